//! What an audience is picked by. What is excluded is no reason to object.

use domain::qa::{AdFacts, Located, Term, TermKind};

use crate::schema::Node;

/// The kinds of detailed targeting. Meta Marketing API, audiences, flexible-targeting.
const KINDS: [(&str, TermKind); 13] = [
    ("interests", TermKind::Interest),
    ("behaviors", TermKind::Interest),
    ("life_events", TermKind::Category),
    ("family_statuses", TermKind::Category),
    ("industries", TermKind::Category),
    ("income", TermKind::Category),
    ("education_majors", TermKind::Category),
    ("education_schools", TermKind::Category),
    ("education_statuses", TermKind::Category),
    ("work_employers", TermKind::Category),
    ("work_positions", TermKind::Category),
    ("relationship_statuses", TermKind::Category),
    ("user_adclusters", TermKind::Category),
];

pub(super) fn gather(targeting: &Node<'_>, facts: &mut AdFacts) {
    let groups = targeting.field("flexible_spec").items();
    for group in groups.iter().chain([targeting]) {
        for (name, kind) in KINDS {
            facts
                .terms
                .extend(group.field(name).items().iter().map(|item| Located::at(item.pointer(), term(item, kind))));
        }
    }
}

fn term(item: &Node<'_>, kind: TermKind) -> Term {
    Term {
        kind,
        id: item.field("id").word().or_else(|| item.word()),
        name: item.field("name").text().map(str::to_owned),
    }
}
