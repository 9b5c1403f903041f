import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Status } from "#portal/ui/status.tsx";
import { entryFields } from "#portal/views/shared/privileges/entry-fields.tsx";
import { HouseList } from "#portal/views/shared/privileges/house-list.tsx";
import type { PrivilegesShell } from "#portal/views/shared/privileges/tabs.tsx";
import { wordsFields } from "#portal/views/shared/words-fields.ts";
import { type clubList, createClub } from "#schema/documents.ts";

type Clubs = AnswerOf<typeof clubList>["clubs"];
type ClubsProps = { clubs: Clubs; search: Search; shell: PrivilegesShell; manages: boolean };

/** A house's clubs with how many are in. */
export async function ClubsView({ clubs, search, shell, manages }: ClubsProps) {
  const t = await getTranslations("privilegeDesk");
  const texts = await getTexts();
  const rows = clubs.edges.map(({ node }) => ({
    ...node,
    under: node.code,
    cells: {
      entry: t(`entry_${node.entry}`),
      members: node.memberCount === null ? "–" : texts.points(node.memberCount),
      state: <Status state={node.state} />,
      since: texts.date(node.createdAt),
    },
  }));
  return (
    <HouseList
      of="clubs"
      shell={shell}
      search={search}
      rows={rows}
      columns={[
        { id: "entry", name: t("entry") },
        { id: "members", name: t("members"), align: "end" },
        { id: "state", name: t("state") },
        { id: "since", name: t("since") },
      ]}
      pageInfo={clubs.pageInfo}
      make={manages ? <FoundClub /> : null}
    />
  );
}

async function FoundClub() {
  const t = await getTranslations("privilegeDesk");
  const entries = ["INVITATION", "CODE", "RULE"] as const;
  const rules = await entryFields({ of: ["tiers", "segments"] });
  return (
    <DeedDialog
      operation={createClub}
      input={{}}
      takes={{ key: true }}
      fields={[
        ...wordsFields({ name: "name", label: t("name") }),
        ...wordsFields({ name: "about", label: t("about"), long: true }),
        { name: "code", label: t("code"), kind: "text", required: true, hint: t("codeHint") },
        {
          name: "entry",
          label: t("entry"),
          kind: "choice",
          required: true,
          choices: entries.map((entry) => ({ value: entry, name: t(`entry_${entry}`) })),
        },
        {
          name: "entryCode",
          label: t("entryCode"),
          kind: "text",
          hint: t("entryCodeHint"),
          when: { name: "entry", is: ["CODE"] },
        },
      ]}
      besides={{ ...rules, when: { name: "entry", is: ["RULE"] } }}
      button={t("foundClub")}
      title={t("foundClub")}
      text={t("foundClubText")}
      confirm={t("foundClub")}
      done={t("clubFounded")}
    />
  );
}
