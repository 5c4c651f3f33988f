/** Shows what is being done, and how long it took if that was noticeable. */
export async function step(title, work) {
  const begun = Date.now();
  process.stdout.write(`${title} …`);
  try {
    const result = await work();
    const seconds = (Date.now() - begun) / 1000;
    process.stdout.write(seconds < 1 ? " done\n" : ` done in ${seconds.toFixed(0)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write("\n");
    throw error;
  }
}

/** One sentence for whoever typed the command; the stack too where DEBUG is set. */
export function complain(error) {
  const text = process.env.DEBUG ? error.stack : error.message;
  process.stderr.write(`${text || error}\n`);
}
