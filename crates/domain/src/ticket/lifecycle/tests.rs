use std::fmt::Write as _;

use proptest::prelude::*;

use super::*;

fn states() -> Vec<TicketState> {
    vec![
        TicketState::Draft,
        TicketState::QaTesting,
        TicketState::QaFailed { reason: "r".into() },
        TicketState::ReadyForApi { digest: "d".into() },
        TicketState::TraffickedSuccess { external_id: ExternalId::new("1").unwrap() },
        TicketState::Failed { reason: "r".into() },
    ]
}

fn events() -> Vec<TicketEvent> {
    vec![
        TicketEvent::QaRequested,
        TicketEvent::QaPassed { digest: "d".into() },
        TicketEvent::QaBlocked { reason: "r".into() },
        TicketEvent::Rejected { reason: "r".into() },
        TicketEvent::Edited,
        TicketEvent::Trafficked { external_id: ExternalId::new("1").unwrap() },
        TicketEvent::DeploymentFailed { reason: "r".into() },
        TicketEvent::WrittenBack { external_id: ExternalId::new("1").unwrap() },
    ]
}

#[test]
fn the_whole_table() {
    let mut table = String::new();
    for state in states() {
        for event in events() {
            let to = state.clone().apply(event.clone()).map_or("-", |to| to.status().as_str());
            let (from, event) = (state.status().as_str(), event.describe());
            let _ = writeln!(table, "{from:<19} {event:<15} {to}");
        }
    }
    insta::assert_snapshot!(table);
}

#[test]
fn a_refusal_names_the_legal_moves() {
    let refusal = TicketState::QaTesting.apply(TicketEvent::Edited).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "The ticket is QA_TESTING, so you cannot edit it. You can wait for QA to end in READY_FOR_API or QA_FAILED."
    );
}

#[test]
fn an_id_is_digits() {
    for id in ["1", "007", "120210000000000000", &"9".repeat(64)] {
        assert_eq!(ExternalId::new(id).unwrap().as_str(), id);
    }
    let longer = "9".repeat(65);
    let others = [
        "",
        " ",
        "0",
        "000",
        "1.20299E+17",
        "abc",
        "act_123",
        "123_456",
        "-5",
        "1,202,100",
        "１２０",
        "12 3",
        "12\n",
        "12\0",
        "../v26.0/act_999/users?role=ADMIN&user=666",
        &longer,
    ];
    for id in others {
        assert_eq!(ExternalId::new(id), None, "{id:?}");
        assert!(!ExternalId::stored(id).has_the_form(), "{id:?}");
    }
}

proptest! {
    #[test]
    fn ready_is_reached_only_through_qa_and_success_only_with_an_id(path in prop::collection::vec(0_usize..8, 0..40)) {
        let mut state = TicketState::Draft;
        for index in path {
            let event = events()[index].clone();
            let from = state.status();
            let Ok(next) = state.clone().apply(event.clone()) else { continue };
            if next.status() == TicketStatus::ReadyForApi && from != TicketStatus::ReadyForApi {
                prop_assert_eq!(from, TicketStatus::QaTesting);
                let passed = matches!(event, TicketEvent::QaPassed { .. });
                prop_assert!(passed);
            }
            if next.status() == TicketStatus::TraffickedSuccess {
                prop_assert!(next.external_id().is_some_and(|id| !id.as_str().is_empty()));
            }
            prop_assert!(from != TicketStatus::TraffickedSuccess, "nothing leaves the final state");
            state = next;
        }
    }
}
