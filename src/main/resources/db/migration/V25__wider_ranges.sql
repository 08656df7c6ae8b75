-- A call adds thousands of pages: of ranges of 16 the server is asked to sum up more than it takes note of, and says so in its
-- log each time. Of 1 MB each there are as many as it can keep, and a look at one costs a millisecond.
drop index intake.verdict_call;
create index verdict_call on intake.verdict using brin (call_id) with (pages_per_range = 128, autosummarize = on);
drop index intake.finding_call;
create index finding_call on intake.finding using brin (call_id) with (pages_per_range = 128, autosummarize = on);
