/** How often a week a member shops at which partner. */
export type Habits = Readonly<Record<string, number>>;

export type DemoMember = {
  name: string;
  language: "be" | "ru" | "en";
  /** Where enrolled, and how many weeks after the story begins. */
  partner: string;
  week: number;
  habits: Habits;
  /** How likely a receipt is paid with points in part. */
  spends: number;
  /** Who brought them. */
  broughtBy?: string;
};

const family = { KALASOK: 1.1, LIPA: 0.3, SKARB: 0.1, SVITANAK: 0.25 };
const driver = { SHLIAKH: 0.9, KALASOK: 0.5, BUSEL: 0.4, SVITANAK: 0.25 };
const student = { BUSEL: 1.2, LITARA: 0.35, KALASOK: 0.4 };
const pensioner = { KALASOK: 0.9, LIPA: 0.5 };
const browser = { SKARB: 0.4, BUSEL: 0.5, SVITANAK: 0.25, LITARA: 0.15 };

/** Those the story is about; what happens to them besides shopping is in scenes.ts. */
const heroes: readonly DemoMember[] = [
  {
    name: "Ana Kavaliova",
    language: "en",
    partner: "KALASOK",
    week: 0,
    habits: { KALASOK: 1.2, SHLIAKH: 0.4, LIPA: 0.3, BUSEL: 0.6, SKARB: 0.12, SVITANAK: 0.25, LITARA: 0.1 },
    spends: 0.05,
  },
  {
    name: "Bohdan Harbar",
    language: "be",
    partner: "SKARB",
    week: 1,
    habits: browser,
    spends: 0.1,
    broughtBy: "Ana Kavaliova",
  },
  { name: "Maryna Dudko", language: "ru", partner: "KALASOK", week: 2, habits: family, spends: 0.1 },
  { name: "Volha Sidarovich", language: "be", partner: "SHLIAKH", week: 0, habits: driver, spends: 0.1 },
  { name: "Kastus Mialeshka", language: "be", partner: "SHLIAKH", week: 3, habits: driver, spends: 0.1 },
  { name: "Kastus Mialeshka", language: "be", partner: "LIPA", week: 9, habits: { LIPA: 0.4 }, spends: 0 },
  { name: "Piotr Zhuk", language: "ru", partner: "KALASOK", week: 1, habits: family, spends: 0 },
  { name: "Hanna Zhuk", language: "ru", partner: "KALASOK", week: 1, habits: { BUSEL: 0.8, LIPA: 0.3 }, spends: 0.3 },
  { name: "Janka Buslau", language: "be", partner: "BUSEL", week: 4, habits: { BUSEL: 2 }, spends: 0.15 },
];

const given = [
  "Adam",
  "Aksana",
  "Ales",
  "Alaksandra",
  "Anatol",
  "Anton",
  "Arciom",
  "Darja",
  "Dzmitryj",
  "Hleb",
  "Ihar",
  "Ilja",
  "Jauhien",
  "Julija",
  "Jury",
  "Karyna",
  "Kaciaryna",
  "Kiryl",
  "Lizavieta",
  "Lavon",
  "Maksim",
  "Mikita",
  "Nadzieja",
  "Nasta",
  "Pavel",
  "Rahnieda",
  "Raman",
  "Siarhiej",
  "Sviatlana",
  "Taciana",
  "Uladzimir",
  "Valiancin",
  "Vasil",
  "Viktoryja",
  "Viera",
  "Zinaida",
] as const;

const surnames = [
  "Akulich",
  "Hancharenka",
  "Holub",
  "Jakimovich",
  "Karol",
  "Lapko",
  "Lucevich",
  "Paulovich",
  "Rudenka",
  "Saroka",
  "Sokal",
  "Tarasevich",
  "Vaitovich",
  "Yermak",
  "Zajac",
  "Bandarenka",
  "Kavalenka",
  "Zhdanovich",
  "Stankievich",
  "Urbanovich",
  "Mickievich",
  "Klimovich",
  "Bahdanovich",
  "Shabunia",
  "Hryb",
] as const;

const kinds = [family, driver, student, pensioner, browser, family] as const;
const homes = ["KALASOK", "SHLIAKH", "BUSEL", "LIPA", "SKARB", "SVITANAK"] as const;
const languages = ["be", "ru", "ru", "en"] as const;

/** The neighbours: each an ordinary kind of shopper, joining over the first half of the year. */
const neighbours: readonly DemoMember[] = Array.from({ length: 52 }, (_none, at) => ({
  name: `${given[(at * 7) % given.length]} ${surnames[(at * 11) % surnames.length]}`,
  language: languages[at % languages.length] ?? "be",
  partner: homes[at % homes.length] ?? "KALASOK",
  week: at < 30 ? at % 4 : 4 + (at % 22),
  habits: kinds[at % kinds.length] ?? family,
  // Every ninth only ever collects: those points lapse.
  spends: at % 9 === 0 ? 0 : 0.2,
}));

export const demoMembers: readonly DemoMember[] = [...heroes, ...neighbours];
