-- The findings about a large file are fetched piece by piece, in the order in which they were found.
create index finding_of_submission on intake.finding (submission_id, finding_id);
drop index intake.finding_submission;
