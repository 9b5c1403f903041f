import type { Actor } from "#api/kernel/actor.ts";
import type { Terminal, TerminalStatus } from "#api/sql/rows.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TerminalNotFound } from "#api/use-cases/partners/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** Puts one of the actor's terminals into a status. Where it already is, it stays. */
export async function setTerminalStatus(
  deps: Deps,
  actor: Actor,
  { terminalId, to, reason }: { terminalId: string; to: TerminalStatus; reason: string },
): Promise<Terminal> {
  can(actor, "terminal:block");
  return deps.db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT FROM terminal WHERE id = ${terminalId} FOR UPDATE`;
    const terminal = await tx.terminal.findUnique({ where: { id: terminalId } });
    if (!terminal || !seesPartner(actor, terminal.partnerId)) throw new TerminalNotFound(terminalId);
    if (terminal.status === to) return terminal;
    const step = {
      object: "terminal",
      objectId: terminalId,
      from: terminal.status,
      to,
      reason,
      partnerId: terminal.partnerId,
    };
    await recordStep(tx, actor, { ...step, at: deps.clock.now() });
    return tx.terminal.update({ where: { id: terminalId }, data: { status: to } });
  });
}
