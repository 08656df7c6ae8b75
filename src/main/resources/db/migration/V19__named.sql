-- The cell in which a statement's reporter names itself: the credit code of a card or of a row, the office of a balance.
-- What is found about a statement as a whole points there. Null where no cell says it, and in what was read before.
alter table intake.statement
    add column named_sheet  text,
    add column named_row    integer,
    add column named_column integer;
