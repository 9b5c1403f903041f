import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { Facts, PageHead, Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { type House, journeysPath, mayWrite, type Template } from "#portal/views/shared/journeys/types.ts";
import {
  createMessageTemplate,
  editMessageTemplate,
  retireMessageTemplate,
  sendTestMessage,
} from "#schema/documents.ts";

type TemplateProps = { template: Template | null; channel: string; mailIsOn: boolean; house: House };

const languages = ["en", "ru", "be"] as const;
const channels = ["INBOX", "EMAIL", "TELEGRAM", "PUSH", "SMS"] as const;

/** One template: how it looks in each language, what it needs, who sends it. Null: one that is to be written. */
export async function TemplateView({ template, channel, mailIsOn, house }: TemplateProps) {
  const t = await getTranslations("journeys");
  const path = `${journeysPath(house)}/templates`;
  const crumbs = [
    { name: t("title"), href: journeysPath(house) },
    { name: t("templates"), href: path },
  ];
  if (!template) {
    return (
      <>
        <Trail crumbs={crumbs} here={t("newTemplate")} />
        <PageHead title={t("newTemplate")} lead={t("newTemplateLead")} />
        <Panel>
          <p className="mb-4 text-ink-soft">{t("variablesHelp")}</p>
          <DeedDialog
            operation={createMessageTemplate}
            input={{}}
            takes={{ key: true }}
            fields={[
              { name: "name", kind: "text", label: t("templateName"), hint: t("templateNameHint"), required: true },
              {
                name: "purpose",
                kind: "choice",
                label: t("purpose"),
                required: true,
                choices: (["OFFERS", "NEWS", "SERVICE"] as const).map((value) => ({
                  value,
                  name: t(`purpose_${value}`),
                })),
              },
              ...(await wordFields(null)),
            ]}
            button={t("write")}
            title={t("newTemplate")}
            text={t("variablesHelp")}
            confirm={t("save")}
            done={t("saved")}
            leadsTo={path}
          />
        </Panel>
      </>
    );
  }
  const { id, name, purpose, state, users, variables, revision, previews } = template;
  const writes = mayWrite(house) && state === "IN_USE";
  return (
    <>
      <Trail crumbs={crumbs} here={name} />
      <PageHead
        title={name}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Status state={state} />
            <span>{t(`purpose_${purpose}`)}</span>
            <span>{t("revision", { revision })}</span>
          </span>
        }
        actions={
          writes ? (
            <>
              <DeedDialog
                operation={retireMessageTemplate}
                input={{ messageTemplateId: id }}
                takes={{ reason: "required" }}
                look="secondary"
                button={t("retire")}
                title={t("retire")}
                text={t("retireText")}
                confirm={t("retire")}
                done={t("moved")}
              />
              <DeedDialog
                operation={editMessageTemplate}
                input={{ messageTemplateId: id }}
                takes={{}}
                fields={await wordFields(template)}
                button={t("edit")}
                title={t("edit")}
                text={t("variablesHelp")}
                confirm={t("save")}
                done={t("saved")}
              />
            </>
          ) : null
        }
      />
      <div className="grid items-start gap-6 xl:grid-cols-[1.6fr_1fr]">
        <Panel title={t("preview")} note={t("previewNote")}>
          <nav aria-label={t("preview")} className="mb-4 flex flex-wrap gap-2">
            {channels.map((one) => (
              <ButtonLink
                key={one}
                href={`${path}/${id}?channel=${one}`}
                size="small"
                look={one === channel ? "primary" : "secondary"}
                aria-current={one === channel}
              >
                {t(`channel_${one}`)}
              </ButtonLink>
            ))}
          </nav>
          <ul className="grid gap-4">
            {previews.map(({ language, title, body }) => (
              <li key={language} lang={language} className="rounded-xl bg-sunken px-4 py-3.5">
                <span className="float-right ml-3 text-ink-faint text-sm uppercase">{language}</span>
                <p className="font-semibold [overflow-wrap:anywhere]">{title}</p>
                <p className="mt-1 whitespace-pre-line text-ink-soft [overflow-wrap:anywhere]">{body}</p>
              </li>
            ))}
          </ul>
        </Panel>
        <div className="grid gap-6">
          <Panel title={t("about")}>
            <Facts
              facts={[
                [t("variables"), variables.map((variable) => `{${variable}}`).join(" ") || t("noVariables")],
                [t("sentBy"), users.join(", ") || t("nobody")],
              ]}
            />
          </Panel>
          {writes ? (
            <Panel title={t("testSend")} note={mailIsOn ? t("testSendNote") : t("testSendOff")}>
              {mailIsOn ? (
                <div className="flex flex-wrap gap-2">
                  {languages.map((language) => (
                    <DeedButton
                      key={language}
                      operation={sendTestMessage}
                      input={{ messageTemplateId: id, language }}
                      look="secondary"
                      done={t("sentToYou")}
                    >
                      {language.toUpperCase()}
                    </DeedButton>
                  ))}
                </div>
              ) : null}
            </Panel>
          ) : null}
        </div>
      </div>
    </>
  );
}

async function wordFields(template: Template | null): Promise<DeedField[]> {
  const t = await getTranslations("journeys");
  const field = (part: "title" | "body", language: (typeof languages)[number]): DeedField => ({
    name: `text.text.${part}.${language}`,
    kind: part === "body" ? "words" : "text",
    label: `${t(part === "body" ? "body" : "line")} · ${language.toUpperCase()}`,
    required: language === "en",
    value: template?.text[part][language] ?? "",
  });
  const words = languages.flatMap((language) => [field("title", language), field("body", language)]);
  return [
    ...words,
    { name: "text.href", kind: "text", label: t("href"), hint: t("hrefHint"), value: template?.href ?? "" },
  ];
}
