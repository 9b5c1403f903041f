import { parseArgs } from "node:util";
import { MultiBar, Presets } from "cli-progress";
import { machine, printJson } from "#api/bench/figures.ts";
import { type PagesHub, withPagesHub } from "#api/bench/pages/hub.ts";
import { knownAddresses } from "#api/bench/pages/known.ts";
import { openLooker } from "#api/bench/pages/look.ts";
import { type Measured, measurePage, missesOf } from "#api/bench/pages/measure.ts";
import { figuresOf, tableOf } from "#api/bench/pages/report.ts";
import { portalRoutes } from "#api/bench/pages/routes.ts";
import { signIn, stopVisiting } from "#api/bench/pages/visit.ts";
import { type Person, type Walk, walkPortal } from "#api/bench/pages/walk.ts";
import { record } from "#api/bench/record.ts";
import { connect } from "#api/sql/client.ts";
import { demoPassword, demoPeople } from "#portal/lib/demo.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [] },
    lines: { type: "string", default: "0" },
    keep: { type: "string" },
    quick: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    record: { type: "boolean", default: false },
  },
});

/** Walks through every page of the portal and says how fast it is; the exit code tells whether one misses its goals. */
async function main(): Promise<void> {
  const wanted = { lines: Number(values.lines), keep: values.keep ?? null };
  const { measured, walk, hub } = await withPagesHub(wanted, measureAll);
  const figures = figuresOf(measured, hub.lines);
  if (values.json) for (const figure of figures) printJson(figure);
  else tellPeople(measured, walk);
  if (values.record) await record(figures, { title: "the portal's pages", command: commandOf() });
  if (walk.unreached.some(({ path }) => isNamed(path)) || measured.some((page) => missesOf(page).length > 0))
    process.exitCode = 1;
}

async function measureAll(hub: PagesHub): Promise<{ measured: Measured[]; walk: Walk; hub: PagesHub }> {
  const connection = connect(hub.databaseUrl, { max: 2 });
  const known = await knownAddresses(connection.pool).finally(connection.close);
  const people: Person[] = [];
  for (const { email, shell } of demoPeople)
    people.push({ email, shell, cookies: await signIn(hub.origin, email, demoPassword) });
  people.push({ email: "nobody", shell: "nobody", cookies: [] });
  const bar = progressBar();
  const tell = (what: string) => (done: number, all: number) => bar.tell(what, done, all);
  const routes = portalRoutes();
  const looker = values.quick ? null : await openLooker(hub.origin);
  try {
    const shells = new Set(routes.filter(({ path }) => isNamed(path)).map(({ shell }) => shell));
    const walkers = people.filter(({ shell }) => shells.size === 0 || shells.has(shell));
    const walk = await walkPortal(walkers, { origin: hub.origin, routes, known, tell: tell("walking") });
    const wanted = walk.stops.filter(isWanted);
    const measured: Measured[] = [];
    for (const stop of wanted) {
      measured.push(await measurePage(hub.origin, stop, looker));
      tell("measuring")(measured.length, wanted.length);
    }
    return { measured, walk, hub };
  } finally {
    bar.stop();
    stopVisiting();
    await looker?.close();
  }
}

/** Part of an address or of its folder. */
const isNamed = (path: string) => values.only.length === 0 || values.only.some((part) => path.includes(part));
const isWanted = ({ route, address }: Walk["stops"][number]) => isNamed(route.path) || isNamed(address);

function tellPeople(measured: readonly Measured[], { unreached }: Walk): void {
  console.log(`On ${machine()}\n`);
  for (const row of tableOf(measured)) console.log(row);
  for (const { path } of unreached.filter(({ path }) => isNamed(path))) console.log(`Nobody came to see ${path}.`);
  const missing = measured.filter((page) => missesOf(page).length > 0);
  console.log(`\n${measured.length - missing.length} pages as fast as they should be, ${missing.length} not.`);
}

function commandOf(): string {
  const options = [
    ...(Number(values.lines) > 0 ? ["--lines", values.lines] : []),
    ...values.only.flatMap((part) => ["--only", part]),
    ...(values.quick ? ["--quick"] : []),
    "--record",
  ];
  return `npm run pages -- ${options.join(" ")}`;
}

const LINE_EVERY_PAGES = 20;

/** Never among the figures; where nobody watches a terminal, a line now and then says that it goes on. */
function progressBar(): { tell(what: string, done: number, all: number): void; stop(): void } {
  if (!process.stderr.isTTY) {
    let said = "";
    const say = (line: string) => {
      if (line !== said) console.error(line);
      said = line;
    };
    const tell = (what: string, done: number, all: number) =>
      done % LINE_EVERY_PAGES === 0 ? say(`${what}: ${done} of ${all} pages`) : undefined;
    return { tell, stop: () => {} };
  }
  const options = { format: "  {what} [{bar}] {value}/{total} pages", hideCursor: true, stream: process.stderr };
  const bars = new MultiBar(options, Presets.rect);
  const bar = bars.create(1, 0, { what: "walking" });
  return {
    tell: (what, done, all) => {
      bar.setTotal(all);
      bar.update(done, { what });
    },
    stop: () => bars.stop(),
  };
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
