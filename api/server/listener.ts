import { setTimeout as after } from "node:timers/promises";
import type { Log } from "#api/server/log.ts";
import { type SingleConnection, singleConnection } from "#api/sql/client.ts";

const RECONNECT_MS = 500;
/** A connection that says nothing may be a cable that is out: it is asked, and has to answer until it is asked again. */
const ASK_EVERY_MS = 2_000;
/** An answer takes a moment; this long without one is silence. */
const ANSWER_WITHIN_MS = 500;

export type Channel = "doorbell" | "standing";

export type Hearing = {
  heard(payload: string): void;
  /** Something may have been missed: the connection was lost, and is there again. */
  missed(): void;
};

export type Listener = {
  on(channel: Channel, hearing: Hearing): void;
  /** Whether what the database tells arrives, as far as is known. */
  isLive(): boolean;
  close(): Promise<void>;
};

const channels: readonly Channel[] = ["doorbell", "standing"];

/** The one connection of this gateway on which the database tells what changed; made again whenever it is lost. */
export async function openListener(url: string, log: Log): Promise<Listener> {
  const hearings = new Map<string, Hearing[]>();
  let client: SingleConnection | null = null;
  let closing = false;
  let answered = true;
  let askedAt = 0;

  async function connect(): Promise<void> {
    const connection = singleConnection(url, "zgoda doorbells");
    connection.on("notification", ({ channel, payload = "" }) => {
      for (const { heard } of hearings.get(channel) ?? []) heard(payload);
    });
    connection.on("error", (error) => log.warn({ err: error }, "the database cannot be heard"));
    connection.on("end", () => {
      if (client === connection && !closing) void again();
    });
    await connection.connect();
    await connection.query(channels.map((channel) => `listen ${channel}`).join("; "));
    client = connection;
    answered = true;
  }

  async function again(): Promise<void> {
    client = null;
    while (!closing) {
      await after(RECONNECT_MS);
      try {
        await connect();
        for (const { missed } of [...hearings.values()].flat()) missed();
        return;
      } catch (error) {
        log.warn({ err: error }, "the database cannot be listened to");
      }
    }
  }

  function ask(): void {
    if (client && !answered) void lose(client);
    else if (client) {
      answered = false;
      askedAt = performance.now();
      client.query("select 1").then(
        () => {
          answered = true;
        },
        () => undefined,
      );
    }
  }

  async function lose(silent: SingleConnection): Promise<void> {
    log.warn("the database has not answered on the connection that it is listened to on");
    void again();
    await silent.end().catch(() => undefined);
  }

  await connect();
  const asking = setInterval(ask, ASK_EVERY_MS).unref();
  return {
    on: (channel, hearing) => void hearings.set(channel, [...(hearings.get(channel) ?? []), hearing]),
    isLive: () => client !== null && (answered || performance.now() - askedAt < ANSWER_WITHIN_MS),
    close: async () => {
      if (closing) return;
      closing = true;
      clearInterval(asking);
      await client?.end();
    },
  };
}
