import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { CopyText } from "#portal/ui/copy-text.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { DataTable } from "#portal/ui/table.tsx";
import type { DeskDraw } from "#portal/views/operator/draws/desk.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { DrawChecks } from "#portal/views/shared/draws/checks.tsx";

type OfDraw = { draw: DeskDraw };

/** What came of it, with the people for whoever hands the prizes out. */
export async function DeskWinners({ draw }: OfDraw) {
  const t = await getTranslations("drawPage");
  const texts = await getTexts();
  return (
    <Panel title={t("winners")} flush>
      <DataTable
        caption={t("winners")}
        columns={[
          { id: "place", name: t("place"), align: "end" },
          { id: "prize", name: t("prize") },
          { id: "member", name: t("member") },
          { id: "holder", name: t("holder"), align: "end" },
          { id: "ticket", name: t("ticket"), align: "end" },
        ]}
        rows={draw.winners.map(({ place, prize, ticket, holder, member }) => ({
          id: String(place),
          cells: {
            place: texts.points(place),
            prize: <span className="font-medium">{said(draw.prizes[prize]?.name ?? draw.name, texts.locale)}</span>,
            member: member ? (
              <Link href={`/operator/members/${member.id}`} className="text-accent hover:underline">
                {member.name ?? member.id}
              </Link>
            ) : (
              "–"
            ),
            holder: texts.points(holder),
            ticket: texts.points(ticket),
          },
        }))}
        empty={null}
      />
    </Panel>
  );
}

/** What the hub is bound to, and whether it kept it. */
export async function DeskProof({ draw: { seedHash, listHash, proof } }: OfDraw) {
  const t = await getTranslations("drawPage");
  return (
    <Panel title={t("proof")}>
      <DrawChecks proof={proof} />
      <dl className="mt-5 grid gap-3 border-line/70 border-t pt-4 text-sm">
        {[
          { name: t("seedHash"), hash: seedHash },
          { name: t("listHash"), hash: listHash },
        ].map(({ name, hash }) =>
          hash ? (
            <div key={name}>
              <dt className="text-ink-faint">{name}</dt>
              <dd>
                <CopyText text={hash} />
              </dd>
            </div>
          ) : null,
        )}
      </dl>
    </Panel>
  );
}
