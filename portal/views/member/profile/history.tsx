import { getTranslations } from "next-intl/server";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { History } from "#portal/views/member/profile/profile.tsx";

/** Every word the member said about messages, with when and where. */
export async function ConsentHistory({ history, search }: { history: History; search: Search }) {
  const t = await getTranslations("profile");
  const texts = await getTexts();
  const { edges, pageInfo } = history;
  return (
    <Panel title={t("history")} note={t("historyNote")}>
      {edges.length === 0 ? <p className="text-ink-faint">{t("historyEmpty")}</p> : null}
      <ol className="grid">
        {edges.map(({ node: { partner, purpose, channel, granted, saidAt, source } }) => (
          <li
            key={`${saidAt}${purpose}${channel}${partner?.id}`}
            className="border-line/70 border-b py-2.5 last:border-b-0"
          >
            <span className={granted ? "font-medium text-good" : "font-medium text-ink-soft"}>
              {granted ? t("yes") : t("no")}
            </span>{" "}
            {partner?.name ?? t("coalition")} · {t(`purpose_${purpose}`)} · {t(`channel_${channel}`)}
            <span className="block text-ink-faint text-sm">
              {texts.instant(saidAt)} · {t(`source_${source}`)}
            </span>
          </li>
        ))}
      </ol>
      <div className="mt-3 flex gap-2">
        {search["after"] ? <ButtonLink href="/me/profile">{t("newest")}</ButtonLink> : null}
        {pageInfo.hasNextPage ? (
          <ButtonLink href={address("/me/profile", {}, { after: pageInfo.endCursor })}>{t("older")}</ButtonLink>
        ) : null}
      </div>
    </Panel>
  );
}
