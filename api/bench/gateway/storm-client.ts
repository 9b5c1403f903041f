import { Agent, request } from "node:http";
import { parentPort, workerData } from "node:worker_threads";
import { NTH } from "#api/bench/gateway/marks.ts";

/** Whoever has no answer by then hangs up and sends the same again, as a till with a queue before it does. */
export const PATIENCE_MS = 3_000;

/** Clients that each have one receipt after the other to record, and send it until it is recorded. */
export type Storm = { port: number; clients: number; body: string; keys: string[]; cards: string[]; seconds: number };
/** A try: when it ended (milliseconds from the start), how long it took, what it was answered with; 0: nothing came in time. */
export type Tried = { at: number; ms: number; status: number; recorded: boolean };
export type Stormed = { tries: Tried[]; recorded: string[] };

async function storm({ port, clients, body, keys, cards, seconds }: Storm): Promise<Stormed> {
  const began = performance.now();
  const stormed: Stormed = { tries: [], recorded: [] };
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  let next = 0;
  const client = async (nth: number): Promise<void> => {
    const headers = { authorization: `Bearer ${keys[nth % keys.length]}`, "content-type": "application/json" };
    while (performance.now() - began < seconds * 1000) {
      const number = String(++next).padStart(NTH.length, "0");
      const text = body.replaceAll(NTH, number).replaceAll(/any-any-any-any-/g, cards[next % cards.length] ?? "");
      while (!(await tryOnce(text, headers))) if (performance.now() - began > (seconds + 60) * 1000) return;
      stormed.recorded.push(`bench-sale-${number}`);
    }
  };
  const tryOnce = async (text: string, headers: Record<string, string>): Promise<boolean> => {
    const askedAt = performance.now();
    const { status, answer } = await send({ port, agent, headers, text });
    const recorded = answer.includes("RecordPurchaseSuccess");
    stormed.tries.push({ at: performance.now() - began, ms: performance.now() - askedAt, status, recorded });
    return recorded;
  };
  await Promise.all(Array.from({ length: clients }, (_none, nth) => client(nth)));
  agent.destroy();
  return stormed;
}

type Sent = { port: number; agent: Agent; headers: Record<string, string>; text: string };

/** Status 0: no answer came in time; -1: the connection broke. */
function send({ port, agent, headers, text }: Sent): Promise<{ status: number; answer: string }> {
  const length = { "content-length": String(Buffer.byteLength(text)) };
  const options = {
    port,
    host: "127.0.0.1",
    path: "/graphql",
    method: "POST",
    agent,
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: { ...headers, ...length },
  };
  return new Promise((resolve) => {
    request(options, (response) => {
      let answer = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        answer += chunk;
      });
      response.once("error", () => resolve({ status: 0, answer: "" }));
      response.once("end", () => resolve({ status: response.statusCode ?? -1, answer }));
    })
      .once("error", ({ name }) => resolve({ status: name === "AbortError" ? 0 : -1, answer: "" }))
      .end(text);
  });
}

if (parentPort) parentPort.postMessage(await storm(workerData as Storm));
