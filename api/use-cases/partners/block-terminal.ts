import type { Actor } from "#api/kernel/actor.ts";
import type { Terminal } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { setTerminalStatus } from "#api/use-cases/partners/terminal-status.ts";

export type BlockTerminal = { terminalId: string; reason: string };

/** Shuts a till out: its keys are refused from now on. */
export async function blockTerminal(deps: Deps, actor: Actor, input: BlockTerminal): Promise<Terminal> {
  return setTerminalStatus(deps, actor, { ...input, to: "BLOCKED" });
}
