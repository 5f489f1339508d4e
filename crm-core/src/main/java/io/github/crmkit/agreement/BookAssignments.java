package io.github.crmkit.agreement;

import io.github.crmkit.access.Work;
import io.github.crmkit.query.EntityType;
import io.github.crmkit.query.Sort;
import io.github.crmkit.storage.ForwardingRepository;
import io.github.crmkit.storage.Repository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The assignments of price books of a tenant. */
public interface BookAssignments extends Repository<BookAssignment, BookAssignmentId> {

    /** How assignments are kept. */
    EntityType<BookAssignment, BookAssignmentId> TYPE = EntityType.named(
                    "book-assignment", BookAssignmentId::new, BookAssignment::id)
            .fields(BookAssignmentFields.ALL)
            .unique(
                    "assigned",
                    BookAssignmentFields.SCOPE_KEY,
                    BookAssignmentFields.CURRENCY,
                    BookAssignmentFields.VALID_FROM)
            .stamp(BookAssignment::stamp, BookAssignment::withStamp);

    /** The assignments within a unit of work; whoever asks for those of an account checks that it is visible. */
    static BookAssignments in(Work work) {
        return over(work.repository(TYPE));
    }

    /** The assignments in this repository. */
    static BookAssignments over(Repository<BookAssignment, BookAssignmentId> repository) {
        record Kept(Repository<BookAssignment, BookAssignmentId> base)
                implements BookAssignments, ForwardingRepository<BookAssignment, BookAssignmentId> {}
        return new Kept(repository);
    }

    /**
     * All assignments with one of these scopes, in all currencies, applying or not, in the order of their ids. One query,
     * and one more for each thousand of them beyond the first.
     */
    default List<BookAssignment> of(Collection<AssignmentScope> scopes) {
        List<BookAssignment> found = new ArrayList<>();
        List<String> keys = scopes.stream().map(AssignmentScope::key).toList();
        each(BookAssignmentFields.SCOPE_KEY.in(keys), Sort.byId(), found::add);
        return found;
    }
}
