import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { answers } from "./ports.ts";
import { StartRefused } from "./refused.ts";

const STOPS_WITHIN_MS = 5_000;
const LISTENS_WITHIN_MS = 60_000;
const PROBE_EVERY_MS = 100;

export type Child = {
  /** Resolves when the process ends by itself, with its exit code. */
  ended: Promise<number>;
  /** Asks the process to end, and insists after a while. */
  stop(): Promise<void>;
};

type ChildOptions = {
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  cwd: string;
  /** Where its output goes; null: to this terminal. */
  log: string | null;
};

/** Runs Node in a process group of its own, so that Ctrl-C reaches only us and everything stops in order. */
export async function startChild({ args, env, cwd, log }: ChildOptions): Promise<Child> {
  const output = log === null ? "inherit" : await openLog(log);
  const child = spawn(process.execPath, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output],
    detached: true,
  });
  if (typeof output === "number") closeSync(output);
  const ended = new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
  ended.catch(() => undefined);
  return { ended, stop: () => stop(child, ended) };
}

async function openLog(log: string): Promise<number> {
  await mkdir(dirname(log), { recursive: true });
  return openSync(log, "w");
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signal(child, "SIGTERM");
  const patience = new AbortController();
  const insist = after(STOPS_WITHIN_MS, undefined, { signal: patience.signal }).then(() => signal(child, "SIGKILL"));
  insist.catch(() => undefined);
  await ended;
  patience.abort();
}

/** The whole group: what the process has started goes with it. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Waits until the child listens; when it ends instead, its last words are the reason. */
export async function listening(child: Child, port: number, log: string | null): Promise<void> {
  const deadline = Date.now() + LISTENS_WITHIN_MS;
  const gone = child.ended.then(() => "gone" as const);
  while (!(await answers(port))) {
    const turn = await Promise.race([gone, after(PROBE_EVERY_MS)]);
    if (turn === "gone" || Date.now() > deadline)
      throw new StartRefused(`Nothing came to listen on port ${port}. ${await lastWords(log)}`);
  }
}

export async function lastWords(log: string | null): Promise<string> {
  if (log === null) return "";
  const lines = (await readFile(log, "utf8")).trim().split("\n").slice(-15);
  return `The end of ${basename(log)}:\n${lines.join("\n")}`;
}
