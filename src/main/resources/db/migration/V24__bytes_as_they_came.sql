-- Workbooks are packed already: an attempt to pack them again takes as long as keeping them.
alter table intake.workbook alter content set storage external;
