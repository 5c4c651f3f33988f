/** What the API says where nothing is: to a script, and so not the page that a reader gets. */
const nothingHere = () =>
  Response.json({ message: "There is nothing at this address." }, { status: 404 });

export { nothingHere as GET, nothingHere as POST };
