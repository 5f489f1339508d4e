-- Which edition of its terms a promotion has: uses are new versions of its row, and no new edition.

alter table ${table}promotion add column edition bigint default 1 not null;
