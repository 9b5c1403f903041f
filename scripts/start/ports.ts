import { connect, createServer } from "node:net";
import { StartRefused } from "./refused.ts";

/** Fails at once and in words, before anything is built or started. */
export async function requireFreePort(port: number, variable: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const why = error.code === "EADDRINUSE" ? "is taken" : `cannot be used (${error.code})`;
      reject(new StartRefused(`Port ${port} ${why}; free it, or set ${variable} to another.`));
    });
    probe.listen(port, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

/** Does something listen there? */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "localhost");
    socket.once("error", () => resolve(false));
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
  });
}
