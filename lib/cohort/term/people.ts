const first =
  "Aisha Ana Arjun Beatriz Carlos Chloé Dmitri Elif Emeka Fatima Freya Gabriel Hana Hugo Ingrid Ivan Jamal Joana Kenji Kofi Leila Linh Lukas Maja Mateo Mei Nia Noah Olga Omar Priya Rafael Rosa Sana Sofia Tariq Tomasz Yara Yusuf Zoë".split(
    " ",
  );

const last =
  "Abebe Adeyemi Andersson Bianchi Castro Dąbrowski Fernández Fischer Gupta Haddad Ito Jansen Kaya Kim Kowalska Lopez Mensah Moreau Nguyen Novak O’Neill Petrov Rossi Sato Schmidt Silva Tan Wójcik Zhang".split(
    " ",
  );

/** A made-up student's name and address; the same i is always the same person. The first 1,160 all differ. */
export function madeUpPerson(i: number): { name: string; email: string } {
  const [a, b] = [first[i % first.length] ?? "", last[i % last.length] ?? ""];
  return { name: `${a} ${b}`, email: `${plain(a)}.${plain(b)}.${i + 1}@demo.test` };
}

/** The letters of a name that every mail server knows. */
const plain = (name: string) =>
  name
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
