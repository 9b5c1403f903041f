/** What the hub does, in one drawing: many debts between merchants become one amount each with the hub. */
export function ClearingPicture() {
  const centre = { x: 210, y: 170 };
  const around = [
    { x: 210, y: 42 },
    { x: 338, y: 112 },
    { x: 316, y: 268 },
    { x: 104, y: 268 },
    { x: 82, y: 112 },
  ];
  const pairs = around.flatMap((a, i) => around.slice(i + 1).map((b) => [a, b] as const));
  const owes = [true, false, true, false, true];
  return (
    <svg viewBox="0 0 420 330" aria-hidden="true" className="mx-auto w-full max-w-md">
      {pairs.map(([a, b]) => (
        <line
          key={`${a.x}${a.y}${b.x}${b.y}`}
          x1={a.x}
          y1={a.y}
          x2={b.x}
          y2={b.y}
          stroke="var(--line-strong)"
          strokeOpacity="0.35"
          strokeDasharray="2 6"
          strokeLinecap="round"
        />
      ))}
      {around.map((node, i) => (
        <line
          key={node.x + node.y}
          x1={node.x}
          y1={node.y}
          x2={centre.x}
          y2={centre.y}
          stroke={owes[i] ? "var(--chart-1)" : "var(--chart-2)"}
          strokeWidth={i === 0 ? 5 : 3}
          strokeLinecap="round"
        />
      ))}
      {around.map((node, i) => (
        <g key={`n${node.x}${node.y}`}>
          <circle cx={node.x} cy={node.y} r="25" fill="var(--surface)" stroke="var(--line)" />
          <path
            transform={`translate(${node.x - 8} ${node.y - 8})`}
            d={owes[i] ? "M8 2v12M3 9l5 5 5-5" : "M8 14V2M3 7l5-5 5 5"}
            fill="none"
            strokeWidth="2"
            strokeLinecap="round"
            strokeLinejoin="round"
            stroke={owes[i] ? "var(--chart-1)" : "var(--chart-2)"}
          />
        </g>
      ))}
      <g transform={`translate(${centre.x - 36} ${centre.y - 36}) scale(2.25)`}>
        <rect width="32" height="32" rx="7.5" fill="oklch(0.43 0.155 266)" />
        <path d="M13 8 5 16l8 8 4-4-4-4 4-4z" fill="#fbfaf6" />
        <path d="m19 8-4 4 4 4-4 4 4 4 8-8z" fill="#e2b04a" />
      </g>
    </svg>
  );
}
