import { getTranslations } from "next-intl/server";
import type { MemberOf } from "#portal/lib/member.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { CopyText } from "#portal/ui/copy-text.tsx";
import { IslandTexts } from "#portal/ui/island-texts.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { ProofCheck } from "#portal/views/member/proof-check.tsx";
import type { memberBalanceProof } from "#schema/documents.ts";

type Member = MemberOf<typeof memberBalanceProof>;

/** That the member's points are inside what the hub says it owes to all; the browser works it out. */
export async function MemberProof({ member }: { member: Member }) {
  const t = await getTranslations("balanceProof");
  const texts = await getTexts();
  const proof = member.balanceProof;
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      {proof ? (
        <div className="grid gap-6">
          <IslandTexts names={["balanceProof", "table"]}>
            <ProofCheck proof={proof} />
          </IslandTexts>
          <Panel title={t("total")} note={t("totalNote")}>
            <Facts
              facts={[
                [t("takenAt"), texts.instant(proof.tree.takenAt)],
                [t("yours"), texts.points(proof.points)],
                [t("all"), texts.points(proof.tree.points)],
                [t("members"), texts.points(proof.tree.memberCount)],
                [t("root"), <CopyText key="root" text={proof.tree.root} shown={`${proof.tree.root.slice(0, 16)}…`} />],
                ...(proof.tree.signature
                  ? [
                      [t("signature"), <CopyText key="jws" text={proof.tree.signature} shown={t("jws")} />] as [
                        string,
                        React.ReactNode,
                      ],
                    ]
                  : []),
              ]}
            />
          </Panel>
          <Panel title={t("how")}>
            <ol className="list-decimal space-y-1.5 pl-5 text-ink-soft">
              <li>{t("how1")}</li>
              <li>{t("how2")}</li>
              <li>{t("how3")}</li>
            </ol>
          </Panel>
        </div>
      ) : (
        <Panel>
          <Empty title={t("emptyTitle")}>{t("emptyText")}</Empty>
        </Panel>
      )}
    </>
  );
}
