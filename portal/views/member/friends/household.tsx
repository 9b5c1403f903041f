import { Users } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedButton } from "#portal/ui/deed-button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Panel } from "#portal/ui/page.tsx";
import { Status } from "#portal/ui/status.tsx";
import type { GiftsMember } from "#portal/views/member/friends/gifts.tsx";
import {
  answerPoolInvitation,
  inviteToHousehold,
  leavePool,
  openHousehold,
  putIntoPool,
  takeFromPool,
} from "#schema/documents.ts";

export type Pool = NonNullable<GiftsMember["pools"]>[number];

/** One household: what is in it, who is in it, and what the viewer may do there. */
export async function Household({ pool }: { pool: Pool }) {
  const t = await getTranslations("sharing");
  const texts = await getTexts();
  const own = pool.places.find(({ isViewer }) => isViewer);
  if (own?.state === "INVITED") return <Invited pool={pool} />;
  return (
    <Panel
      title={pool.name}
      note={t("poolNote")}
      aside={<Users className="size-5 text-ink-faint" aria-hidden="true" />}
    >
      <p className="font-semibold text-4xl tracking-[-0.03em]">{texts.points(pool.points)}</p>
      <p className="text-ink-soft">
        {pool.shareLeft === null ? t("inPool") : t("shareLeft", { points: texts.points(pool.shareLeft) })}
      </p>
      <ul className="my-4 grid gap-2">
        {pool.places.map((place) => (
          <li key={place.id} className="flex items-center justify-between gap-3 rounded-lg bg-sunken px-3.5 py-2.5">
            <span>
              <span className="block">{place.name ?? t("asked")}</span>
              <span className="block text-ink-faint text-sm">
                {place.role === "OWNER" ? t("owner") : null}
                {place.monthMost === null ? null : t("monthMost", { most: texts.points(place.monthMost) })}
              </span>
            </span>
            {place.isViewer ? (
              <span className="text-ink-faint text-sm">{t("you")}</span>
            ) : (
              <Status state={place.state} />
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <MovePoints pool={pool} putText={t("putText")} takeText={t("takeText")} />
        <HouseholdDeeds poolId={pool.id} isOwner={own?.role === "OWNER"} />
      </div>
    </Panel>
  );
}

/** Points in and points out, which every pool has. */
export async function MovePoints({ pool, putText, takeText }: { pool: Pool; putText: string; takeText: string }) {
  const t = await getTranslations("sharing");
  const points = [{ kind: "whole" as const, name: "points", label: t("points"), required: true }];
  const shared = { input: { poolId: pool.id }, takes: { key: true } as const, fields: points };
  return (
    <>
      <DeedDialog
        {...shared}
        operation={putIntoPool}
        look="primary"
        button={t("put")}
        title={t("put")}
        text={putText}
        confirm={t("put")}
        done={t("putDone")}
      />
      <DeedDialog
        {...shared}
        operation={takeFromPool}
        look="secondary"
        button={t("take")}
        title={t("take")}
        text={takeText}
        confirm={t("take")}
        done={t("takeDone")}
      />
    </>
  );
}

async function HouseholdDeeds({ poolId, isOwner }: { poolId: string; isOwner: boolean }) {
  const t = await getTranslations("sharing");
  return (
    <>
      {isOwner ? (
        <DeedDialog
          operation={inviteToHousehold}
          input={{ poolId }}
          takes={{}}
          look="secondary"
          button={t("invite")}
          title={t("invite")}
          text={t("inviteText")}
          fields={[
            { kind: "text", name: "member.phone", label: t("phone"), hint: t("phoneHint"), required: true },
            { kind: "whole", name: "monthMost", label: t("share"), hint: t("shareHint") },
          ]}
          confirm={t("invite")}
          done={t("inviteDone")}
        />
      ) : null}
      <DeedDialog
        operation={leavePool}
        input={{ poolId }}
        takes={{}}
        look="quiet"
        button={t("leave")}
        title={t("leave")}
        text={t("leaveText")}
        confirm={t("leave")}
        done={t("leaveDone")}
      />
    </>
  );
}

async function Invited({ pool: { id: poolId, name } }: { pool: Pool }) {
  const t = await getTranslations("sharing");
  return (
    <section className="panel border-accent px-6 py-6">
      <h2 className="font-semibold">{t("invitedTo", { name })}</h2>
      <p className="mt-1 text-ink-soft">{t("invitedText")}</p>
      <div className="mt-4 flex gap-2">
        <DeedButton
          operation={answerPoolInvitation}
          input={{ poolId, answer: "ACCEPT" }}
          look="primary"
          done={t("accepted")}
        >
          {t("accept")}
        </DeedButton>
        <DeedButton operation={answerPoolInvitation} input={{ poolId, answer: "DECLINE" }} done={t("declined")}>
          {t("decline")}
        </DeedButton>
      </div>
    </section>
  );
}

export async function OpenHousehold() {
  const t = await getTranslations("sharing");
  return (
    <Panel title={t("household")} note={t("householdText")}>
      <DeedDialog
        operation={openHousehold}
        input={{}}
        takes={{ key: true }}
        look="secondary"
        button={t("open")}
        title={t("open")}
        text={t("openText")}
        fields={[{ kind: "text", name: "name", label: t("name"), required: true }]}
        confirm={t("open")}
        done={t("opened")}
      />
    </Panel>
  );
}
