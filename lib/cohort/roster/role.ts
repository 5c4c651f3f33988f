import { foldWords, hasWords, wordSet } from "./fold-words";
import type { RosterRole } from "./roster";

/** From the least that a person may do to the most. */
const roles: [RosterRole, ReadonlySet<string>][] = [
  [
    "student",
    wordSet(
      "student, students, learner, participant, pupil, member, studentenrollment, student enrollment, s, auditor, no roles",
      "studentin, studierende, studierender, teilnehmer, teilnehmerin, teilnehmende, hörer, gasthörer, keine rollen",
      "étudiant, étudiante, élève, apprenant, participante, aucun rôle, estudiante, alumno, alumna, alumnado, sin roles",
      "studente, studentessa, allievo, allieva, nessun ruolo, estudante, aluno, aluna, leerling, cursist, deelnemer",
      "studentka, uczeń, uczestnik, słuchacz, elev, studerande, studerende, deltagare, deltager, deltaker, öğrenci, studenti, žák, posluchač",
      "opiskelija, hallgató, студент, студентка, 学生, 學生, 학생, طالب, סטודנט, φοιτητής",
    ),
  ],
  [
    "assistant",
    wordSet(
      "ta, tas, gta, uta, teaching assistant, assistant, course assistant, learning assistant, grader, marker, tutor, tutors, demonstrator, taenrollment, ta enrollment, teaching fellow, non-editing teacher, teacher non editing, section leader, lab assistant, graduate assistant",
      "tutorin, tutoren, hiwi, hilfskraft, studentische hilfskraft, assistent, assistentin, lehrassistent, lehrassistentin, übungsleiter, übungsleiterin, korrektor, korrektorin, trainer ohne bearbeitungsrecht",
      "assistante, assistant d'enseignement, auxiliaire d'enseignement, chargé de td, chargée de td, chargé de tp, moniteur, monitrice, tuteur, tutrice, enseignant non éditeur",
      "asistente, ayudante, ayudante de cátedra, profesor ayudante, auxiliar, monitor, monitora, tutora, profesor sin permiso de edición",
      "assistente, assistente alla didattica, esercitatore, docente non editor, professor assistente, tutore",
      "student-assistent, studentassistent, onderwijsassistent, werkgroepdocent, niet-bewerkende leraar, asystent, asystentka, prowadzący bez praw edycji",
      "amanuens, övningsassistent, undervisningsassistent, instruktor, hjælpelærer, hjelpelærer, læringsassistent, asistan, öğretim asistanı, araştırma görevlisi, asistent, asistentka, cvičící, demonstrátor",
      "ассистент, 助教, 조교, مساعد تدريس, עוזר הוראה, מתרגל",
    ),
  ],
  [
    "instructor",
    wordSet(
      "instructor, instructors, teacher, teachers, editing teacher, editingteacher, lecturer, senior lecturer, professor, prof, prof dr, assistant professor, associate professor, faculty, teacherenrollment, teacher enrollment, course owner, owner, primary instructor, leader",
      "dozent, dozentin, dozierende, lehrer, lehrerin, lehrkraft, lehrperson, lehrende, professorin, lehrbeauftragte, lehrbeauftragter, kursleiter, kursleiterin, kursleitung, trainer, trainerin",
      "enseignant, enseignante, professeur, professeure, maître de conférences, instructeur, chargé de cours, formateur, formatrice",
      "profesor, profesora, docente, instructora, maestro, maestra, catedrático, catedrática",
      "insegnante, professore, professoressa, istruttore, professora, instrutor, instrutora, formador",
      "docent, leraar, hoogleraar, leerkracht, nauczyciel, nauczycielka, wykładowca, prowadzący, prowadząca, profesor, instruktorka",
      "lärare, föreläsare, lærer, underviser, foreleser, kursansvarig, kursansvarlig, emneansvarlig, öğretmen, eğitmen, öğretim üyesi, öğretim görevlisi, hoca, profesör",
      "učitel, učitelka, vyučující, přednášející, profesorka, opettaja, luennoitsija, oktató, tanár, преподаватель, учитель, 教师, 老师, 教員, 교수, 강사, مدرس, أستاذ, מרצה, καθηγητής",
    ),
  ],
];

/** The role that a cell names, in one of the commoner languages; of several ("Student, Teacher") the one that may do most.
 *  Null where one of its words is no role that we know, or it is blank. */
export function parseRole(cell: string): RosterRole | null {
  const whole = roleOf(cell);
  if (whole !== undefined) return whole;
  const named = cell
    .slice(0, 200)
    .split(/[,;|/\n]/)
    .filter((word) => foldWords(word))
    .map(roleOf);
  if (named.length === 0 || named.includes(undefined)) return null;
  return roles.findLast(([role]) => named.includes(role))?.[0] ?? null;
}

function roleOf(words: string): RosterRole | undefined {
  const folded = foldWords(words);
  const exact = roles.find(([, set]) => set.has(folded));
  return (exact ?? roles.find(([, set]) => hasWords(set, folded)))?.[0];
}
