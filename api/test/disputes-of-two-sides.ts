import type { World } from "#api/test/world.ts";
import { addEvidence } from "#api/use-cases/disputes/add-evidence.ts";
import { comparePartnerFile } from "#api/use-cases/partner-files/compare-partner-file.ts";
import { uploadPartnerFile } from "#api/use-cases/partner-files/upload-partner-file.ts";

type House = { issuer: World["grocer"]; mark: string };

/** What each house brings forward in its disputes, and what it sends to be compared. */
export async function disputesOfBoth({ deps, clock }: World, houses: readonly House[]): Promise<void> {
  for (const { issuer, mark } of houses) {
    const key = (deed: string) => `${mark}-${deed}-${issuer.id}`.slice(0, 64);
    const dispute = await deps.db.dispute.findFirst({ where: { claimantId: issuer.id } });
    if (dispute) {
      const file = {
        name: `${mark}.txt`,
        mediaType: "text/plain",
        contentBase64: Buffer.from(mark).toString("base64"),
      };
      const evidence = { text: `${mark} was not there`, file };
      await addEvidence(deps, issuer.finance, { disputeId: dispute.id, evidence, idempotencyKey: key("evidence") });
    }
    const content = ["client_ref,event,occurred_at,points", `${mark}-nowhere,EARN,${clock.now().toISOString()},77`];
    const span = { from: new Date("2026-03-01T00:00:00Z"), until: new Date("2026-05-01T00:00:00Z") };
    const { id: fileId } = await uploadPartnerFile(deps, issuer.finance, {
      ...span,
      name: `${mark}-tills.csv`,
      content: content.join("\n"),
      idempotencyKey: key("file"),
    });
    await comparePartnerFile(deps, issuer.finance, { fileId });
  }
}
