import { Paperclip } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { Dispute } from "#portal/views/shared/dispute.tsx";
import { addDisputeEvidence } from "#schema/documents.ts";

export const acceptedFiles = ".pdf,.png,.jpg,.jpeg,.txt,.csv";

/** Both sides' evidence side by side, the operator's below. */
export async function DisputeEvidence({ dispute }: { dispute: Dispute }) {
  const t = await getTranslations("disputes");
  const sides = [dispute.claimant, dispute.respondent];
  const own = dispute.evidence.filter(({ partner }) => partner === null);
  return (
    <Panel title={t("evidence")}>
      <div className="grid gap-6 lg:grid-cols-2">
        {sides.map((side, index) => (
          <Pieces
            key={side.id}
            title={`${index === 0 ? t("claimant") : t("respondent")}: ${side.name}`}
            empty={t("noEvidenceFrom", { name: side.name })}
            pieces={dispute.evidence.filter(({ partner }) => partner?.id === side.id)}
          />
        ))}
      </div>
      {own.length > 0 ? <Pieces title={t("evidenceOf", { name: t("operator") })} empty="" pieces={own} /> : null}
    </Panel>
  );
}

type PiecesProps = { title: string; empty: string; pieces: Dispute["evidence"] };

async function Pieces({ title, empty, pieces }: PiecesProps) {
  const texts = await getTexts();
  return (
    <section className="mt-1">
      <h3 className="mb-2 font-medium text-ink-soft text-sm">{title}</h3>
      {pieces.length === 0 ? <p className="text-ink-faint">{empty}</p> : null}
      <ul className="grid gap-3">
        {pieces.map((piece) => (
          <li key={piece.id} className="rounded-xl border border-line px-4 py-3">
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{piece.text}</p>
            {piece.fileName ? (
              <a
                href={`/files/evidence/${piece.id}`}
                download={piece.fileName}
                className="mt-2 inline-flex items-center gap-2 text-accent hover:underline"
              >
                <Paperclip className="size-4" aria-hidden="true" />
                {piece.fileName}
              </a>
            ) : null}
            <p className="mt-1.5 text-ink-faint text-sm">{texts.instant(piece.addedAt)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Words and a file; both sides see them at once. */
export async function AddEvidence({ disputeId }: { disputeId: string }) {
  const t = await getTranslations("disputes");
  return (
    <DeedDialog
      operation={addDisputeEvidence}
      input={{ disputeId }}
      takes={{ key: true }}
      fields={[
        { name: "evidence.text", label: t("inWords"), kind: "words", required: true },
        { name: "evidence.file", label: t("file"), kind: "file", accept: acceptedFiles, hint: t("fileHint") },
      ]}
      look="secondary"
      button={t("addEvidence")}
      title={t("addEvidenceTitle")}
      text={t("addEvidenceText")}
      confirm={t("addEvidence")}
      done={t("addEvidenceDone")}
    />
  );
}
