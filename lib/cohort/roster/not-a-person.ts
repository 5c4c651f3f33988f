import { hasAddress } from "./address";
import { foldWords, wordSet } from "./fold-words";

/** What stands in place of a name in the row with what each assignment is worth (Canvas), or is due (Google Classroom). */
const points = wordSet(
  "points possible, points, possible points, max points, maximum points, out of, date, due date",
  "mögliche punkte, erreichbare punkte, punkte möglich, punkte, points possibles, nombre de points possible, puntos posibles, punti possibili, pontos possíveis",
  "mogelijke punten, punten mogelijk, możliwe punkty, möjliga poäng, mulige point, mulige poeng, olası puanlar, možné body",
);

const testStudents = wordSet(
  "test student, student test, teststudent, teststudierender, testteilnehmer, étudiant test, étudiant de test, estudiante de prueba, alumno de prueba, studente di prova, estudante de teste, aluno de teste, teststudent student, testowy student, student testowy, provstudent, teststuderende, test öğrencisi, testovací student",
);

/** Why a row is no person's: it holds points, or the learning platform's test student. Null where it may be one's: an
 *  address in it always says so. */
export function notAPerson(name: string, cells: string[]): string | null {
  if (cells.some(hasAddress)) return null;
  const words = foldWords(name);
  if (points.has(words)) return "This row is about the assignments, not about a person.";
  if (testStudents.has(words)) return "This is the platform’s test student, not a person.";
  const isPosting = words === "" && cells.some((cell) => foldWords(cell) === "manual posting");
  return isPosting ? "This row is about the assignments, not about a person." : null;
}
