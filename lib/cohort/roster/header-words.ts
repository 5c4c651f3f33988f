import { foldWords, hasWords, wordSet } from "./fold-words";

/** What a heading says. "fullName" is one that can't be half a name, as "Name" can beside "Vorname"; "login" is an address on
 *  some campuses and a short name on others; "number" can be the campus's number or a system's own. */
export type Sign =
  | "name"
  | "fullName"
  | "firstName"
  | "surname"
  | "email"
  | "login"
  | "campusId"
  | "number"
  | "role"
  | "groups";

const signs: Record<Sign, ReadonlySet<string>> = {
  email: wordSet(
    "email, e-mail, mail, email address, e-mail address, mail address, emailaddress, email id, email addresses, emails",
    "university email, institutional email, campus email, school email, student email, work email, primary email, uni mail",
    "e-mail-adresse, emailadresse, mailadresse, mail-adresse, email-adresse, hochschul-e-mail, uni-e-mail",
    "courriel, adresse e-mail, adresse mail, adresse email, adresse de courriel, adresse électronique, mél, adresse courriel",
    "correo, correo electrónico, dirección de correo, dirección de correo electrónico, correo-e, correo institucional, dirección email",
    "posta elettronica, indirizzo email, indirizzo e-mail, indirizzo di posta elettronica, indirizzo mail, email istituzionale",
    "endereço de email, endereço de e-mail, endereço eletrônico, endereço eletrónico, correio eletrónico, correio eletrônico, email institucional",
    "e-mailadres, emailadres, mailadres, adres e-mail, adres email, adres mailowy, adres poczty elektronicznej, poczta elektroniczna, poczta",
    "e-post, epost, e-postadress, epostadress, e-postadresse, epostadresse, mejl, mejladress, mailadress",
    "e-posta, eposta, e-posta adresi, eposta adresi, email adresi, mail adresi",
    "e-mailová adresa, emailová adresa, elektronická pošta, sähköposti, sähköpostiosoite, e-mail cím, adresă de e-mail, adresă email, e-pošta, el. pošta, el. paštas, e-pasts",
    "почта, электронная почта, эл. почта, адрес электронной почты, електронна пошта, имейл, ηλεκτρονικό ταχυδρομείο, διεύθυνση ηλεκτρονικού ταχυδρομείου",
    "邮箱, 电子邮件, 电子邮箱, 電子郵件, メール, メールアドレス, 이메일, البريد الإلكتروني, דואר אלקטרוני, אימייל",
  ),
  login: wordSet(
    "sis login id, login id, login, username, user name, user id, userid, net id, netid, uid, account, sign-in name",
    "benutzername, anmeldename, kennung, identifiant, nom d'utilisateur, usuario, nombre de usuario, nome utente",
    "utilizador, nome de usuário, nome de utilizador, gebruikersnaam, nazwa użytkownika, login użytkownika, användarnamn, brugernavn, brukernavn",
    "kullanıcı adı, uživatelské jméno, přihlašovací jméno",
  ),
  fullName: wordSet(
    "student, students, learner, participant, full name, fullname, student name, student's name, learner name, participant name, display name, sortable name, name of student, member",
    "studierende, studierender, studentin, teilnehmer, teilnehmerin, teilnehmende, vollständiger name, vor- und nachname, name des studierenden, vorname nachname, nachname vorname, kursteilnehmer",
    "étudiant, étudiante, nom complet, nom et prénom, nom prénom, prénom et nom, prénom nom, participante, nom de l'étudiant",
    "estudiante, alumno, alumna, nombre completo, nombre y apellidos, apellidos y nombre, nombre y apellido, apellido y nombre, nombre del estudiante, nombre del alumno",
    "studente, studentessa, nome completo, nome e cognome, cognome e nome, nominativo, nome cognome, cognome nome",
    "aluno, aluna, nome do aluno, nome do estudante, nome e apelido, nome e sobrenome, volledige naam, voor- en achternaam, deelnemer, naam student",
    "imię i nazwisko, nazwisko i imię, imiona i nazwiska, uczestnik, fullständigt namn, för- och efternamn, deltagare, deltager, fulde navn, fullt navn, deltaker, studerende",
    "ad soyad, adı soyadı, adı ve soyadı, isim soyisim, öğrenci, öğrenci adı, tam ad, celé jméno, jméno a příjmení, příjmení a jméno, uchazeč",
    "фио, полное имя, студент, 姓名, 氏名, 이름, الاسم الكامل, שם מלא, ονοματεπώνυμο, koko nimi, teljes név",
  ),
  name: wordSet(
    "name, names, nom, noms, nombre, nombres, nome, nomi, naam, namen, nazwa, namn, navn, isim, ad, adı, jméno, meno, nimi, név, nume, ime, имя, όνομα, 名前, 名字, الاسم, שם",
  ),
  firstName: wordSet(
    "first name, firstname, first names, given name, given names, givenname, forename, forenames, christian name, first, first and middle name, first and middle names",
    "vorname, vornamen, rufname, prénom, prénoms, nombre de pila, primer nombre, nome próprio, primeiro nome, nome de batismo",
    "voornaam, voornamen, roepnaam, imię, imiona, förnamn, tilltalsnamn, fornavn, fornavne, křestní jméno, jméno křestní, krstné meno",
    "etunimi, keresztnév, utónév, prenume, prenom, ön ad, име, 名",
  ),
  surname: wordSet(
    "surname, surnames, last name, lastname, last names, family name, familyname, last",
    "nachname, nachnamen, familienname, zuname, nom de famille, nom d'usage, nom patronymique, nom de naissance",
    "apellido, apellidos, primer apellido, cognome, cognomi, apelido, apelidos, sobrenome, sobrenomes, último nome",
    "achternaam, familienaam, nazwisko, nazwiska, efternamn, efternavn, etternavn, soyad, soyadı, soy isim, soyisim, příjmení, priezvisko",
    "sukunimi, vezetéknév, családnév, nume de familie, prezime, priimek, фамилия, прізвище, επώνυμο, 姓, 苗字",
  ),
  campusId: wordSet(
    "sis user id, sis id, campus id, university id, id number, idnumber, student id, student number, student no, student nr, studentid, student id number, orgdefinedid, org defined id, external id, registration number, matriculation number, matric no, matric number, enrolment number, enrollment number, roll number, roll no, admission number, person id, personal number",
    "matrikelnummer, matrikelnr, matrikel-nr, matrikel nummer, matr.-nr., matrnr, mtknr, matrikel, immatrikulationsnummer, studierendennummer, legi-nr, legi-nummer, id-nummer",
    "numéro d'étudiant, numéro étudiant, n° étudiant, no étudiant, num étudiant, numéro d'identification, matricule, code permanent, code étudiant, ine",
    "número de estudiante, número de alumno, matrícula, n.º de matrícula, expediente, nº expediente, número de expediente, número de id, número de identificación, código de estudiante, legajo, padrón",
    "matricola, numero di matricola, numero matricola, n. matricola, codice identificativo, codice studente",
    "número de aluno, nº de aluno, n.º de aluno, número mecanográfico, nº mecanográfico, número de matrícula, número de identificação, registro acadêmico",
    "studentnummer, studentennummer, stamnummer, rolnummer, identificatienummer, numer albumu, nr albumu, numer indeksu, nr indeksu, indeks, numer identyfikacyjny, numer id",
    "studienummer, studienr, studentnr, öğrenci no, öğrenci numarası, okul no, osobní číslo, univerzitní číslo, studijní číslo, učo, uco, opiskelijanumero, neptun kód, neptun",
    "номер студенческого, номер зачётной книжки, 学号, 學號, 学籍番号, 학번, الرقم الجامعي, מספר סטודנט, αριθμός μητρώου",
  ),
  number: wordSet(
    "id, number, identifier, nummer, kennziffer, numéro, número, numero, numer, nº, číslo, numara, kennnummer, identifikation",
  ),
  role: wordSet(
    "role, roles, course role, user role, enrollment type, enrolment type, role in course, rolle, rollen, rolle im kurs, rôle, rôles, fonction, rol, roles, rol en el curso",
    "ruolo, ruoli, função, papel, papéis, perfil, rola, role uczestnika, roll, roller, görev, rolü, role v kurzu, funktion, rooli, szerep, роль, роли, ρόλος, 角色, 役割, 역할, الدور, תפקיד",
  ),
  groups: wordSet(
    "group, groups, section, sections, class, classes, class group, cohort, team, teams, lab, lab group, lab section, tutorial, tutorial group, seminar, seminar group, section name, group name",
    "gruppe, gruppen, übungsgruppe, übungsgruppen, tutorium, tutorien, klasse, sektion, kursgruppe, seminargruppe, kohorte, parallelgruppe",
    "groupe, groupes, groupe de td, groupe td, groupe de tp, groupe tp, td, tp, classe, cohorte, section de cours, grupo, grupos, sección, secciones, clase, turno",
    "gruppo, gruppi, sezione, sezioni, turma, turmas, secção, seção, groep, groepen, klas, werkgroep, werkgroepen, sectie",
    "grupa, grupy, grupa zajęciowa, grupa ćwiczeniowa, sekcja, grupp, grupper, klass, seminariegrupp, hold, klasse, gruppe, grup, gruplar, şube, sınıf, grup adı",
    "skupina, skupiny, seminární skupina, kruh, třída, paralelka, ryhmä, ryhmät, csoport, grupă, группа, группы, група, ομάδα, 组, 班级, 小组, クラス, グループ, 그룹, 분반, المجموعة, קבוצה",
  ),
};

const order = Object.keys(signs) as Sign[];

/** Words in front of a heading that add nothing: "Student email", "Learner's first name". */
const prefix = /^(students?|learners?|participants?|users?|pupils?)( s)? /;

/** What a heading says in one of the commoner languages, or null where we don't know its words. Of two headings in one
 *  cell ("Nachname / Last name", "Email (university)") the first that we know decides. */
export function signOf(header: string): Sign | null {
  for (const part of [header, ...header.slice(0, 200).split(/[/|()[\]\n]+/)]) {
    const words = foldWords(part);
    const sign = words && (find(words) ?? find(words.replace(prefix, "")));
    if (sign) return sign;
  }
  return null;
}

const find = (words: string): Sign | undefined =>
  order.find((sign) => signs[sign].has(words)) ??
  order.find((sign) => hasWords(signs[sign], words));
