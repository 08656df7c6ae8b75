-- The findings of statements, for the statement's sake and not only its file's.
create index finding_statement on intake.finding (statement_id) where statement_id is not null;

-- Grain: finding that an officer let pass. An acceptance holds for the same rule, form, reporter, period, figure and words
-- of the finding, about the same item and carrier, whatever file and cell it comes from: the same bytes sent again, or a
-- workbook corrected elsewhere, need no second acceptance; a figure that moved does.
create view intake.accepted_finding as
select f.finding_id, a.acceptance_id, a.reason, a.officer, a.accepted_at
from intake.acceptance a
join intake.finding e using (finding_id)
join intake.statement es using (statement_id)
join intake.statement s
  on s.form = es.form and s.reporter_code = es.reporter_code and s.period = es.period
join intake.finding f
  on f.statement_id = s.statement_id and f.rule = e.rule and f.value = e.value and f.arguments = e.arguments
where (f.sheet, f.row_index, f.column_index) is not distinct from (e.sheet, e.row_index, e.column_index)
   or exists (
       select 1
       from intake.observation o
       join intake.observation p on p.item = o.item and p.carrier = o.carrier
       where o.statement_id = es.statement_id and p.statement_id = s.statement_id
         and (o.sheet, o.row_index, o.column_index) = (e.sheet, e.row_index, e.column_index)
         and (p.sheet, p.row_index, p.column_index) = (f.sheet, f.row_index, f.column_index));
