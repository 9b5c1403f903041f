import type { Actor } from "#api/kernel/actor.ts";
import type { Terminal } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { setTerminalStatus } from "#api/use-cases/partners/terminal-status.ts";

export type UnblockTerminal = { terminalId: string; reason: string };

/** Lets a blocked till in again. */
export async function unblockTerminal(deps: Deps, actor: Actor, input: UnblockTerminal): Promise<Terminal> {
  return setTerminalStatus(deps, actor, { ...input, to: "ACTIVE" });
}
