import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { address } from "#portal/lib/search-params.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { RECON } from "#portal/views/operator/recon/frame.tsx";
import type { FileItem } from "#portal/views/operator/recon/partner-files.tsx";
import { memberField } from "#portal/views/shared/member-field.ts";
import { correctPartnerFileItem, takePartnerFileItem } from "#schema/documents.ts";

type DeedsProps = { item: FileItem; works: boolean; waits: boolean };

/** What puts the row right: an entry that finance agrees to, a dispute, or the partner sending it again. */
export async function FileItemDeeds({ item, works, waits }: DeedsProps) {
  const t = await getTranslations("recon");
  const own = await getTranslations("ownFiles");
  const clearing = await getTranslations("clearing");
  if (item.state === "RESOLVED") return own((item.resolution ?? "TURNED_UP") as "TURNED_UP" | "CORRECTED" | "DISPUTED");
  if (waits)
    return (
      <Link href="/operator/approvals" className="text-accent hover:underline">
        {clearing("toApprovals")}
      </Link>
    );
  if (!item.kind || item.state === "MATCHED") return null;
  const help = <span className="block max-w-72 text-ink-soft text-sm">{t(`fileHelp_${item.kind}`)}</span>;
  if (!works || item.state === "NEW") return help;
  return (
    <div className="grid gap-1.5">
      {help}
      <span className="flex flex-wrap gap-2">
        {item.state === "BREAK" ? <Take id={item.id} /> : <Correct item={item} />}
        {item.disputeReason && item.hubRef?.startsWith("brn_") && item.partner ? (
          <ButtonLink
            href={address(`${RECON}/partner-files/dispute`, {
              redemption: item.hubRef,
              item: item.id,
              claimant: item.partner.id,
              reason: item.disputeReason,
            })}
            size="small"
          >
            {own("dispute")}
          </ButtonLink>
        ) : null}
      </span>
    </div>
  );
}

async function Take({ id }: { id: string }) {
  const t = await getTranslations("recon");
  return (
    <DeedDialog
      operation={takePartnerFileItem}
      input={{ itemId: id }}
      takes={{}}
      look="secondary"
      size="small"
      button={t("take")}
      title={t("take")}
      text={t("takeText")}
      confirm={t("take")}
      done={t("takeDone")}
    />
  );
}

/** The entries that can help with this row; the first is the likeliest. */
function correctionsFor({ event, hubRef, hubPoints, partnerPoints }: FileItem) {
  const tooMuch = (hubPoints ?? 0) > (partnerPoints ?? 0);
  if (event === "REDEMPTION" && hubRef) return ["GIVE_BACK", "GOODWILL"] as const;
  if (event === "EARN" && hubRef)
    return tooMuch ? (["TAKE_BACK", "GOODWILL"] as const) : (["GOODWILL", "TAKE_BACK"] as const);
  return ["GOODWILL"] as const;
}

async function Correct({ item }: { item: FileItem }) {
  const t = await getTranslations("recon");
  const own = await getTranslations("ownFiles");
  const values = await getTranslations("auditValues");
  const names = await getTranslations("auditFields");
  const differs = Math.abs((item.hubPoints ?? 0) - (item.partnerPoints ?? 0));
  const nobody: DeedField[] = item.hubRef ? [] : [await memberField()];
  return (
    <DeedDialog
      operation={correctPartnerFileItem}
      input={{ itemId: item.id }}
      takes={{ reason: "required", key: true }}
      fields={[
        {
          name: "correction",
          label: names("correction"),
          kind: "choice",
          required: true,
          choices: correctionsFor(item).map((value) => ({ value, name: values(value) })),
        },
        {
          name: "points",
          label: names("points"),
          kind: "whole",
          required: true,
          value: differs > 0 ? String(differs) : "",
        },
        ...nobody,
      ]}
      size="small"
      button={t("correct")}
      title={t("correctTitle")}
      text={t("correctText", { kind: own(item.event as "EARN" | "REDEMPTION" | "RETURN") })}
      confirm={t("correct")}
      done={t("proposedDone")}
    />
  );
}
