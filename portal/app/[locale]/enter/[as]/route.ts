import { NextResponse } from "next/server";

const A_YEAR_SECONDS = 365 * 24 * 60 * 60;

type EnterAs = { params: Promise<{ locale: string; as: string }> };

/** Changes the capacity somebody acts in. The gateway checks at every request that it is theirs to choose. */
export async function GET(_request: Request, { params }: EnterAs) {
  const { locale, as } = await params;
  const answer = new NextResponse(null, { status: 303, headers: { location: `/${locale}/enter` } });
  answer.cookies.set("zgoda-as", as, { httpOnly: true, sameSite: "lax", path: "/", maxAge: A_YEAR_SECONDS });
  return answer;
}
