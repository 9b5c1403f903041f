-- What must hold of one closing cycle before it is netted: the rules of `books_invariants` that its own entries can
-- break, asked of these entries alone, so that it takes as long as the cycle is large and not as the books are.
CREATE FUNCTION broken_in_cycle(p_cycle text) RETURNS TABLE (rule text, key text, detail text) LANGUAGE sql STABLE AS $$
  -- I01 Every entry sums to zero in each unit. I13, B10, B13 by the way, on the same pass.
  SELECT 'I01', entry_id, format('%s sums to %s', unit, sum(amount))
  FROM line WHERE cycle_id = p_cycle GROUP BY entry_id, unit HAVING sum(amount) <> 0
UNION ALL
  SELECT 'I02', e.id, 'no lines' FROM entry e
  WHERE e.cycle_id = p_cycle AND NOT EXISTS (SELECT FROM line l WHERE l.entry_id = e.id)
UNION ALL
  SELECT 'I13', e.id, 'of cycle ' || coalesce(o.seq::text, 'unknown')
  FROM entry e JOIN cycle c ON c.id = e.cycle_id LEFT JOIN cycle o ON o.id = e.origin_cycle_id
  WHERE e.cycle_id = p_cycle AND o.seq <= c.seq IS NOT TRUE
UNION ALL
  SELECT 'B10', e.id, 'no deed ' || e.deed_id FROM entry e
  WHERE e.cycle_id = p_cycle AND NOT EXISTS (SELECT FROM deed d WHERE d.id = e.deed_id)
UNION ALL
  SELECT 'B13', l.entry_id, format('line %s counts %s in another cycle than its entry or in an unknown unit', l.seq, l.unit)
  FROM line l LEFT JOIN entry e ON e.id = l.entry_id AND e.cycle_id = l.cycle_id CROSS JOIN programme p
  WHERE l.cycle_id = p_cycle AND (e.id IS NULL OR l.unit NOT IN ('PTS', p.currency))
UNION ALL
  -- I09 What the cycle begins with is what the cycle before carried over: the exposure counter holds all positions, so
  -- less this cycle's lines and those of the ones after it, it is where the partner stood when the cycle began.
  SELECT 'I09', coalesce(b.partner_id, o.partner_id), format('began at %s, %s was carried', coalesce(b.e6, 0), coalesce(o.e6, 0))
  FROM (
    SELECT x.partner_id, x.position_e6 - coalesce(sum(l.amount), 0) AS e6
    FROM exposure x LEFT JOIN line l ON l.account = 'POSITION' AND l.owner_id = x.partner_id
      AND l.cycle_id IN (SELECT later.id FROM cycle later JOIN cycle c ON c.id = p_cycle AND later.seq >= c.seq)
    GROUP BY x.partner_id, x.position_e6
  ) b FULL JOIN (
    SELECT o.partner_id, o.carried_e6 AS e6 FROM cycle c JOIN cycle before ON before.seq = c.seq - 1
    JOIN obligation o ON o.cycle_id = before.id AND o.state <> 'SUPERSEDED' WHERE c.id = p_cycle
  ) o ON o.partner_id = b.partner_id
  WHERE coalesce(b.e6, 0) <> coalesce(o.e6, 0)
$$;
