-- How many units the calculated price of a quote's line is for: 1, or so many as were priced together.

alter table ${table}quote_line add column price_per numeric(24, 6) default 1 not null;
