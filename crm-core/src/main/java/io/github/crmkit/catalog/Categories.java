package io.github.crmkit.catalog;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.Criteria;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Page;
import io.github.crmkit.query.PageRequest;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.ArrayList;
import java.util.List;

/** The categories of a tenant. */
public interface Categories extends Repository<Category, CategoryId> {

    /** How categories are kept. */
    EntityType<Category, CategoryId> TYPE = EntityType.named("category", CategoryId::new, Category::id)
            .fields(CategoryFields.ALL)
            .unique("name", CategoryFields.PLACE, CategoryFields.NAME)
            .stamp(Category::stamp, Category::withStamp);

    /** The categories within a unit of work, as its caller sees them. */
    static Categories in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The categories in this repository. */
    static Categories over(Repository<Category, CategoryId> repository) {
        record Kept(Repository<Category, CategoryId> base)
                implements Categories, ForwardingRepository<Category, CategoryId> {}
        return new Kept(repository);
    }

    /** The tree of those that the caller sees; one query for every {@value PageRequest#MAX_SIZE} of them. */
    static CategoryTree tree(Work work) {
        return in(work).tree();
    }

    /** The tree of all of them; one query for every {@value PageRequest#MAX_SIZE}. */
    default CategoryTree tree() {
        List<Category> all = new ArrayList<>();
        Page<Category> page = page(Criteria.all(), Sort.byId(), PageRequest.first(PageRequest.MAX_SIZE));
        page.forEach(all::add);
        while (page.next().isPresent()) {
            page = page(
                    Criteria.all(), Sort.byId(), PageRequest.after(page.next().get(), PageRequest.MAX_SIZE));
            page.forEach(all::add);
        }
        return CategoryTree.of(all);
    }
}
