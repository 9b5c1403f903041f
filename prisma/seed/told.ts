import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { DAY_MS, type Stage } from "./stage.ts";

/** The same in the languages that visitors read. */
export const named = (en: string, ru: string, be: string) => ({ en, ru, be });

/** So many days from the scene's. */
export const inDays = (stage: Stage, days: number) =>
  new Date(stage.clock.now().getTime() + days * DAY_MS).toISOString();

/** The operator's second person says yes. */
export async function agree({ deps, office }: Stage, subjectId: string): Promise<void> {
  const asked = await deps.db.approval.findFirstOrThrow({ where: { subjectId, state: "WAITING" } });
  const note = "Looked through";
  await decideApproval(deps, office.finance, { approvalId: asked.id, decision: "APPROVE", note });
}
