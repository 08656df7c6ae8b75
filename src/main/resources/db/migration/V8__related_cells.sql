-- The other cells of a relation that does not hold, as Sheet!C17; the finding's own sheet, row and column name the one it
-- is about. Empty for findings about one cell and for those found before this was kept.
alter table intake.finding add column related text[] not null default '{}';
