import { Plus } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Status } from "#portal/ui/status.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { JourneyTabs } from "#portal/views/shared/journeys/tabs.tsx";
import { type House, journeysPath, type ListedTemplate, mayWrite } from "#portal/views/shared/journeys/types.ts";
import { PagedTable } from "#portal/views/shared/paged-table.tsx";
import type { templateList } from "#schema/documents.ts";

type TemplatesProps = { answer: AnswerOf<typeof templateList>; house: House; search: Search };

/** The words that journeys and campaigns of the house send. */
export async function TemplateList({ answer: { messageTemplates }, house, search }: TemplatesProps) {
  const t = await getTranslations("journeys");
  const path = `${journeysPath(house)}/templates`;
  const write = mayWrite(house) ? (
    <ButtonLink href={`${path}/new`} look="primary">
      <Plus className="size-4" aria-hidden="true" />
      {t("newTemplate")}
    </ButtonLink>
  ) : null;
  return (
    <>
      <PageHead title={t("templates")} lead={t("templatesLead")} actions={write} />
      <JourneyTabs house={house} now="templates" />
      <Panel flush>
        <PagedTable
          caption={t("templates")}
          columns={[
            { id: "name", name: t("template") },
            { id: "purpose", name: t("purpose") },
            { id: "languages", name: t("languages") },
            { id: "users", name: t("sentBy") },
            { id: "state", name: t("state") },
          ]}
          rows={await Promise.all(messageTemplates.edges.map(({ node }) => rowOf(node, path)))}
          empty={
            <Empty title={t("templatesEmpty")} action={write}>
              {t("templatesEmptyText")}
            </Empty>
          }
          path={path}
          search={search}
          pageInfo={messageTemplates.pageInfo}
        />
      </Panel>
    </>
  );
}

async function rowOf({ id, name, purpose, state, users, text }: ListedTemplate, path: string) {
  const t = await getTranslations("journeys");
  const texts = await getTexts();
  const languages = (["en", "ru", "be"] as const).filter((language) => text.title[language]);
  return {
    id,
    href: `${path}/${id}`,
    cells: {
      name: (
        <>
          <span className="block font-medium">{said(text.title, texts.locale)}</span>
          <span className="block text-ink-faint text-sm">{name}</span>
        </>
      ),
      purpose: t(`purpose_${purpose}`),
      languages: <span className="uppercase">{languages.join(" ")}</span>,
      users: users.join(", ") || "–",
      state: <Status state={state} />,
    },
  };
}
