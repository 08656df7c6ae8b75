-- The verdicts of a call stand together in their table, for they are added at once: their block ranges are enough of an index,
-- and cost nothing where a call gives hundreds of thousands.
drop index intake.verdict_call;
create index verdict_call on intake.verdict using brin (call_id) with (pages_per_range = 16, autosummarize = on);
