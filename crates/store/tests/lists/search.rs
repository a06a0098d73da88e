//! A search finds the names that contain the text in upper or lower case, and no others. Names of tickets are ASCII;
//! the searched text may be anything.

use domain::{Ticket, list::TicketFilter, taxonomy::search_term};
use proptest::{collection::vec, prelude::*, sample::Index};
use store::Store;
use testkit::TestDatabase;

use crate::world::{build, by_cursor, ticket};

/// Names with much in common, including characters with a special meaning in a pattern or a phrase.
fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[abAB_]{0,12}", "[a-zA-Z0-9_%\\\\\"'*^.() -]{0,16}", Just("AND OR NOT NEAR".to_owned()),]
}

/// The searched text: anything, or a part of a name, in another case.
#[derive(Debug, Clone)]
enum Term {
    Any(String),
    Part { name: Index, from: Index, length: usize, upper: bool },
}

impl Term {
    fn of(&self, names: &[String]) -> String {
        match self {
            Self::Any(text) => text.clone(),
            Self::Part { name, from, length, upper } => {
                let letters: Vec<char> = name.get(names).chars().collect();
                let part: String = letters.iter().skip(from.index(letters.len())).take(*length).collect();
                if *upper { part.to_ascii_uppercase() } else { part.to_ascii_lowercase() }
            }
        }
    }
}

fn term() -> impl Strategy<Value = Term> {
    let part = (any::<Index>(), any::<Index>(), 1_usize..10, any::<bool>());
    prop_oneof![
        1 => name().prop_map(Term::Any),
        1 => "[aBéÉ日ßK_]{0,8}".prop_map(Term::Any),
        3 => part.prop_map(|(name, from, length, upper)| Term::Part { name, from, length, upper }),
    ]
}

async fn expect_as_naive(store: &Store, names: &[String], terms: &[Term]) {
    // In a long list, frequent texts are searched in another way.
    for store in [store.clone(), store.with_long_lists_for_tests(5)] {
        for term in terms {
            let text = term.of(names);
            expect_found(&store, names, text).await;
        }
    }
}

async fn expect_found(store: &Store, names: &[String], text: String) {
    let term = search_term(&text);
    let expected = names.iter().filter(|name| name.to_lowercase().contains(&term));
    let expected: Vec<&String> = expected.rev().collect();
    let filter = TicketFilter { search: Some(text), ..TicketFilter::default() };
    let found = by_cursor(store, &filter, None, 7).await;
    assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{:?}", filter.search);
}

/// Searches while names are added, changed and removed.
async fn search(database: TestDatabase, names: Vec<String>, terms: Vec<Term>) {
    let store = &database.store;
    build(store).await;
    let mut tickets: Vec<Ticket> =
        names.iter().zip(0..).map(|(name, number)| ticket(number, &format!("T{number}_{name}"))).collect();
    let tx = store.begin().await.unwrap();
    for ticket in &tickets {
        tx.insert(ticket).await.unwrap();
    }
    tx.commit().await.unwrap();
    let of = |tickets: &[Ticket]| tickets.iter().map(|ticket| ticket.name.clone()).collect::<Vec<_>>();
    expect_as_naive(store, &of(&tickets), &terms).await;

    let tx = store.begin().await.unwrap();
    for (index, ticket) in tickets.iter_mut().enumerate() {
        ticket.version += 1;
        if index % 3 == 0 {
            ticket.name = format!("{}_Renamed", ticket.name);
        }
        tx.update(ticket).await.unwrap();
    }
    for ticket in tickets.iter().step_by(4) {
        tx.delete::<Ticket>(ticket.id).await.unwrap();
    }
    tx.commit().await.unwrap();
    let left: Vec<Ticket> =
        tickets.into_iter().enumerate().filter(|(index, _)| index % 4 != 0).map(|(_, t)| t).collect();
    expect_as_naive(store, &of(&left), &terms).await;
    if store.is_sqlite() {
        // Fails if the index differs from the names.
        store
            .execute_for_tests("INSERT INTO ticket_trigrams (ticket_trigrams, rank) VALUES ('integrity-check', 1)")
            .await
            .unwrap();
        store.execute_for_tests("VACUUM").await.unwrap();
        expect_as_naive(store, &of(&left), &terms).await;
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn finds_what_a_naive_filter_finds_on_sqlite(names in vec(name(), 5..40), terms in vec(term(), 12)) {
        runtime().block_on(async { search(TestDatabase::sqlite().await, names, terms).await });
    }

    #[test]
    fn finds_what_a_naive_filter_finds_on_postgres(names in vec(name(), 5..40), terms in vec(term(), 12)) {
        runtime().block_on(async { search(TestDatabase::postgres().await, names, terms).await });
    }
}
