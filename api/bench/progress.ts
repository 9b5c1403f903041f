/** On a terminal only, and never among the figures. */
export function progress(what: string, done: number, total: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${what}: ${Math.floor((100 * done) / total)} %${done >= total ? "\n" : ""}`);
}
