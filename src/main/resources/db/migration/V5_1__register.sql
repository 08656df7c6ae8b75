-- A line of the register holds for months of its year: a unit that moved has a line for each place. Lines kept before hold
-- all year, and their park wholly.
alter table intake.unit
    add column town       text,
    add column from_month integer not null default 1,
    add column to_month   integer not null default 12,
    -- the parks it lies in, each with its share: 望城经开区=0.6; null for lines that have only the column park
    add column parks      text[],
    add column former_name text,
    -- months, such as 2024-05
    add column renamed    text,
    add column opened     text,
    add column closed     text,
    add column moved_in   text,
    add column moved_out  text,
    add constraint unit_months check (1 <= from_month and from_month <= to_month and to_month <= 12);
