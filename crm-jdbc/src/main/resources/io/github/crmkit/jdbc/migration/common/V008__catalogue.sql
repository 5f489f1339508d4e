-- The catalogue: a tree of categories, and of products their units, forms, costs and days of sale.

-- place is the parent's id as text, or 'top', so that the key compares it. A parent and a child never change places in one
-- statement, and a branch is never removed.
create table ${table}category (
    tenant_id       ${id}           not null,
    id              ${id}           not null,
    version         bigint          not null,
    created_at      ${instant}      not null,
    created_by      ${id}           not null,
    changed_at      ${instant}      not null,
    changed_by      ${id}           not null,
    name            varchar(200)    ${text} not null,
    name_folded     varchar(200)    ${text} not null,
    parent_id       ${id},
    place           varchar(36)     ${text} not null,
    active          boolean         not null,
    primary key (tenant_id, id),
    constraint ${key}uq_category_name unique (tenant_id, place, name),
    constraint ${key}fk_category_parent foreign key (tenant_id, parent_id)
        references ${table}category (tenant_id, id)
)${options};

create index ${key}ix_category_parent on ${table}category (tenant_id, parent_id, id);
create index ${key}ix_category_name_folded on ${table}category (tenant_id, name_folded, id);

alter table ${table}product add column kind varchar(40) ${text} default 'GOODS' not null;
alter table ${table}product add column category_id ${id};
alter table ${table}product add column other_units ${longtext};
alter table ${table}product add column increment_step numeric(24, 6);
alter table ${table}product add column form varchar(40) ${text} default 'SIMPLE' not null;
alter table ${table}product add column model_id ${id};
alter table ${table}product add column variant varchar(710) ${text};
alter table ${table}product add column axes ${longtext};
alter table ${table}product add column bundle ${longtext};
alter table ${table}product add column costs ${longtext};
alter table ${table}product add column sold_from date;
alter table ${table}product add column sold_until date;

-- A category was a text. Each becomes one at the top of the tree, with the id of the first product that named it; a slash
-- in the text becomes a dash.
insert into ${table}category (tenant_id, id, version, created_at, created_by, changed_at, changed_by, name, name_folded,
    parent_id, place, active)
select tenant_id, id, 1, created_at, created_by, created_at, created_by, word, lower(word), null, 'top', true
from (
    select tenant_id, id, created_at, created_by, replace(category, '/', '-') as word,
        row_number() over (partition by tenant_id, replace(category, '/', '-') order by id) as place_in_line
    from ${table}product where category is not null
) named
where place_in_line = 1;

update ${table}product set category_id = (
    select c.id from ${table}category c
    where c.tenant_id = ${table}product.tenant_id and c.name = replace(${table}product.category, '/', '-')
) where category is not null;

alter table ${table}product drop column category;

create index ${key}ix_product_category on ${table}product (tenant_id, category_id, id);
create index ${key}ix_product_model on ${table}product (tenant_id, model_id, id);
alter table ${table}product add constraint ${key}fk_product_category foreign key (tenant_id, category_id)
    references ${table}category (tenant_id, id);
alter table ${table}product add constraint ${key}fk_product_model foreign key (tenant_id, model_id)
    references ${table}product (tenant_id, id);
