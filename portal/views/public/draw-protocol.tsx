import { getLocale, getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { type Texts, textsIn } from "#portal/lib/texts.ts";
import { DownloadLink } from "#portal/ui/button.tsx";
import { classes } from "#portal/ui/classes.ts";
import { CopyText } from "#portal/ui/copy-text.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { PrintButton } from "#portal/ui/print-button.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { DrawChecks } from "#portal/views/shared/draws/checks.tsx";
import { DrawTerms } from "#portal/views/shared/draws/terms.tsx";
import type { publicDraw } from "#schema/documents.ts";

export type PublicDraw = NonNullable<AnswerOf<typeof publicDraw>["draw"]>;

/** The protocol of a draw: what was promised, who won, and how anyone checks it. */
export async function DrawProtocol({ draw }: { draw: PublicDraw }) {
  const t = await getTranslations("drawPage");
  const texts = textsIn(await getLocale(), draw);
  // What can be won comes first, until it is won.
  const isOver = draw.winners.length > 0;
  return (
    <>
      <PageHead
        title={said(draw.name, texts.locale)}
        lead={t("lead")}
        actions={
          <>
            <Status state={draw.state} />
            <PrintButton>{t("print")}</PrintButton>
          </>
        }
      />
      <div className="grid gap-6">
        {isOver ? null : <DrawTerms draw={draw} texts={texts} />}
        <Winners draw={draw} texts={texts} />
        <Proof draw={draw} />
        <Check draw={draw} />
        {isOver ? <DrawTerms draw={draw} texts={texts} /> : null}
      </div>
    </>
  );
}

async function Winners({ draw, texts }: { draw: PublicDraw; texts: Texts }) {
  const t = await getTranslations("drawPage");
  if (draw.winners.length === 0)
    return (
      <Panel title={t("winners")}>
        <p className="text-ink-soft">{t("soon", { at: texts.instant(draw.closesAt) })}</p>
      </Panel>
    );
  return (
    <Panel title={t("winners")} note={t("winnersNote")} flush>
      <ol>
        {draw.winners.map((winner) => (
          <li
            key={winner.place}
            className={classes(
              "grid grid-cols-[2.25rem_minmax(0,1fr)] gap-x-3 border-line/70 border-t px-5 py-3",
              "sm:grid-cols-[2.25rem_minmax(0,1fr)_auto]",
              winner.isMine && "bg-good-soft",
            )}
          >
            <span className="figures text-ink-faint">{winner.place}.</span>
            <span className="font-medium">
              {said(draw.prizes[winner.prize]?.name ?? draw.name, texts.locale)}
              {winner.isMine ? <span className="ml-2 text-good">{t("you")}</span> : null}
            </span>
            <span className="figures col-start-2 text-ink-soft text-sm sm:col-start-auto sm:text-right">
              {t("holder")} {texts.points(winner.holder)}
              {winner.initial ? ` (${winner.initial}.)` : ""} · {t("ticket")} {texts.points(winner.ticket)}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

async function Proof({ draw }: { draw: PublicDraw }) {
  const t = await getTranslations("drawPage");
  return (
    <Panel title={t("proof")}>
      <DrawChecks proof={draw.proof} />
    </Panel>
  );
}

/** Everything that goes into the calculation, to be taken along. */
async function Check({ draw }: { draw: PublicDraw }) {
  const t = await getTranslations("drawPage");
  const hashes: [string, string | null][] = [
    [t("seedHash"), draw.seedHash],
    [t("listHash"), draw.listHash],
    [t("seed"), draw.seed],
    [t("publicValue"), draw.publicValue],
  ];
  const known = hashes.flatMap(([name, text]) => (text === null ? [] : [{ name, text }]));
  return (
    <Panel title={t("checkTitle")}>
      <dl className="grid gap-4">
        {known.map(({ name, text }) => (
          <div key={name}>
            <dt className="text-ink-faint text-sm">{name}</dt>
            <dd className="text-sm">
              <CopyText text={text} />
            </dd>
          </div>
        ))}
      </dl>
      <div className="no-print mt-5 flex flex-wrap gap-2">
        {draw.state === "PUBLISHED" ? (
          <DownloadLink href={`/files/draws/${draw.id}`}>{t("saveDraw")}</DownloadLink>
        ) : null}
        {draw.listHash ? <DownloadLink href={`/files/draws/${draw.id}?list`}>{t("saveList")}</DownloadLink> : null}
      </div>
      {draw.state === "PUBLISHED" ? (
        <>
          <p className="mt-5 text-ink-soft">{t("how")}</p>
          <pre className="mt-2 overflow-x-auto rounded-lg bg-sunken px-4 py-3 text-sm">
            node scripts/verify-draw.ts draw.json tickets.csv
          </pre>
        </>
      ) : null}
    </Panel>
  );
}
