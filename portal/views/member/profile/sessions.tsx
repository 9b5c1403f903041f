import { Laptop, Smartphone } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { browserName } from "#portal/lib/browser-name.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { Panel } from "#portal/ui/page.tsx";
import type { Profile } from "#portal/views/member/profile/profile.tsx";
import { endSessions } from "#schema/documents.ts";

type Session = Profile["sessions"][number];

/** Every browser in which the member is signed in; a strange one is ended from here. */
export async function Sessions({ sessions }: { sessions: readonly Session[] }) {
  const t = await getTranslations("mySessions");
  return (
    <Panel title={t("title")} note={t("note")}>
      <ul className="grid gap-2">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {sessions.some(({ isThis }) => !isThis) ? (
        <div className="mt-4">
          <DeedButton operation={endSessions} input={{}} look="secondary" className="min-h-11" done={t("endedOthers")}>
            {t("endOthers")}
          </DeedButton>
        </div>
      ) : null}
    </Panel>
  );
}

async function SessionRow({ session: { id, userAgent, seenAt, ip, isThis } }: { session: Session }) {
  const t = await getTranslations("mySessions");
  const texts = await getTexts();
  const { browser, system, isHandheld } = browserName(userAgent);
  const Icon = isHandheld ? Smartphone : Laptop;
  const name = browser && system ? t("on", { browser, system }) : (browser ?? system ?? t("unknown"));
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-xl bg-sunken px-4 py-3">
      <span className="flex min-w-0 items-center gap-3">
        <Icon className="size-5 shrink-0 text-ink-faint" aria-hidden="true" />
        <span className="min-w-0">
          <span className="block font-medium">{name}</span>
          <span className="block text-ink-faint text-sm [overflow-wrap:anywhere]">
            {[t("seen", { at: texts.instant(seenAt) }), ip ? t("from", { ip }) : null].filter(Boolean).join(" · ")}
          </span>
        </span>
      </span>
      {isThis ? (
        <span className="font-medium text-good text-sm">{t("here")}</span>
      ) : (
        <DeedButton
          operation={endSessions}
          input={{ sessionId: id }}
          look="quiet"
          className="min-h-11"
          done={t("ended")}
        >
          {t("end")}
          <span className="sr-only">: {name}</span>
        </DeedButton>
      )}
    </li>
  );
}
