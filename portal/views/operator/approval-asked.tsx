import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { operatorPath } from "#portal/lib/operator-path.ts";
import { DiffTable } from "#portal/ui/diff-table.tsx";
import { type Change, shownChanges } from "#portal/views/operator/audit/changes.ts";

/** Who the request is about by name, where the page knows it. */
export type SubjectNames = ReadonlyMap<string, string>;

/** What exactly is agreed to: beside what stands now where that was kept, else field by field. */
export async function Asked({ asked, names }: { asked: Change[]; names: SubjectNames }) {
  const t = await getTranslations("audit");
  const operator = await getTranslations("operator");
  const shown = await shownChanges(asked);
  if (shown.length === 0) return null;
  if (shown.some(({ before }) => before !== null))
    return (
      <div className="-mx-5 -mb-4 mt-4 border-line border-t">
        <DiffTable
          caption={operator("subject")}
          names={{ field: t("field"), before: t("before"), after: t("after") }}
          differences={shown.map((change) => ({ ...change, id: change.field, changed: true }))}
        />
      </div>
    );
  return (
    <dl className="mt-3 flex flex-wrap gap-x-10 gap-y-2 border-line border-t pt-3">
      {shown.map(({ field, name, after }) => (
        <div key={field} className="min-w-0">
          <dt className="text-[0.8125rem] text-ink-faint">{name}</dt>
          <dd className="figures font-medium [overflow-wrap:anywhere]">
            <Named value={after ?? "–"} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Named({ value, names }: { value: string; names: SubjectNames }) {
  const path = operatorPath(value);
  const name = names.get(value) ?? value;
  if (!path) return name;
  return (
    <Link href={path} className="text-accent hover:underline">
      {name}
    </Link>
  );
}
