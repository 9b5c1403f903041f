import { type Caller, type Gateway, GatewayRefused, keyOf } from "./gateway.ts";

type OpenCycle = { id: string; seq: number; cutoffAt: string };
type Closed = { cycle: { state: string }; approval: { id: string } | null };

const openCycle = "query ImportOpenCycle { openCycle { id seq cutoffAt } }";
const closing = { name: "closeCycle", success: "cycle { state } approval { id }" };

/**
 * Closes cycles whose cut-off lies at or before an instant, as the imported dates pass them. What has not come to its
 * cut-off by the hub's own clock is left alone: closing that takes a second person.
 */
export async function closeUpTo(gateway: Gateway, operator: Caller, at: Date): Promise<number> {
  for (let closed = 0; ; closed++) {
    const { openCycle: open } = await gateway.ask<{ openCycle: OpenCycle | null }>(operator, openCycle, {});
    if (!open || new Date(open.cutoffAt) > at || new Date(open.cutoffAt) > new Date()) return closed;
    const input = {
      cycleId: open.id,
      reason: "The imported dates passed its cut-off",
      idempotencyKey: keyOf("close", open.id),
    };
    const [answer] = await gateway.askEach<Closed | { code: string; message: string }>(operator, closing, [input]);
    if (!answer || "code" in answer) throw new GatewayRefused(answer?.code ?? "", answer?.message ?? "");
  }
}
