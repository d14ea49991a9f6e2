-- Persons of a range that cuts a month are read from the entries of the days cut off: some 26,000 for the region. With what
-- they are worth and when they were posted in the index, none of them is fetched from the table.
DROP INDEX entries_person_day;
CREATE INDEX entries_person_day ON entries (measure, on_date, org, person) INCLUDE (value, tx, posted_at) WHERE person IS NOT NULL;
