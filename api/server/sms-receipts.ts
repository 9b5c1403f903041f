import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { systemActor } from "#api/kernel/actor.ts";
import { answerJson, BadRequest, readBody } from "#api/server/answers.ts";
import type { Config } from "#api/server/config.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { noteReceipt } from "#api/use-cases/messages/send-messages.ts";

const RECEIPT_MAX_BYTES = 4_000;

/** What the gateway says later of a message: `POST {id, state: "delivered" | "failed"}` with its secret. */
const receipt = z.object({ id: z.string().max(64), state: z.enum(["delivered", "failed"]) });

export async function answerSmsReceipt(
  { deps, config }: { deps: Deps; config: Pick<Config, "channels"> },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { sms } = config.channels;
  if (request.method !== "POST") throw new BadRequest(405, "Send a POST.", { allow: "POST" });
  if (!sms || !isSame(request.headers.authorization ?? "", `Bearer ${sms.secret}`))
    throw new BadRequest(401, "The gateway's secret is needed.");
  const told = readReceipt(await readBody(request, RECEIPT_MAX_BYTES));
  if (!told) throw new BadRequest(400, "A receipt has an id and a state.");
  await noteReceipt(deps, systemActor, { messageId: told.id, arrived: told.state === "delivered" });
  answerJson(response, 200, { noted: true });
}

function readReceipt(body: Buffer): z.infer<typeof receipt> | null {
  try {
    return receipt.safeParse(JSON.parse(body.toString("utf8"))).data ?? null;
  } catch {
    return null;
  }
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}
