"use client";

import { Plus } from "lucide-react";
import { Button } from "#portal/ui/button.tsx";
import { type DeedField, DeedFields } from "#portal/ui/deed-fields.tsx";

/** A list whose rows are filled in one under the other. */
export type Repeats = {
  name: string;
  legend: string;
  add: string;
  remove: string;
  most: number;
  /** The fields of each row that is there at first, named without the list. */
  rows: DeedField[][];
};

/** The fields of one row under its own number, which it keeps; a new one has those of the last that was there, empty. */
export function placed({ name, rows }: Repeats, row: number): DeedField[] {
  const own = rows[row];
  const fields = own ?? (rows.at(-1) ?? []).map((field) => ({ ...field, value: field.kind === "whole" ? "1" : "" }));
  return fields.map((field) => ({ ...field, name: `${name}[${row}].${field.name}` }));
}

type RowsProps = {
  repeats: Repeats;
  rows: number[];
  onRows: (rows: number[]) => void;
  shared: Omit<Parameters<typeof DeedFields>[0], "fields">;
};

export function Rows({ repeats, rows, onRows, shared }: RowsProps) {
  const { legend, add, remove, most } = repeats;
  return (
    <div className="grid gap-6">
      {rows.map((row, place) => (
        <fieldset key={row} className="border-line/70 border-t pt-4 first:border-t-0 first:pt-0">
          <div className="flex items-center justify-between gap-3">
            <legend className="float-left font-semibold">{`${legend} ${place + 1}`}</legend>
            {rows.length > 1 ? (
              <Button look="quiet" size="small" onClick={() => onRows(rows.filter((one) => one !== row))}>
                {remove}
              </Button>
            ) : null}
          </div>
          <div className="[&>div]:mt-3 sm:[&>div]:grid-cols-3">
            <DeedFields fields={placed(repeats, row)} {...shared} />
          </div>
        </fieldset>
      ))}
      {rows.length < most ? (
        <div>
          <Button look="secondary" onClick={() => onRows([...rows, Math.max(repeats.rows.length - 1, ...rows) + 1])}>
            <Plus className="size-4" aria-hidden="true" />
            {add}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
