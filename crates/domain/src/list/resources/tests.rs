use super::*;

/// The descriptors of all lists.
const ALL: [Resource; 8] = [
    MarketFilter::RESOURCE,
    BrandFilter::RESOURCE,
    ChannelFilter::RESOURCE,
    CampaignFilter::RESOURCE,
    TicketFilter::RESOURCE,
    DeploymentFilter::RESOURCE,
    JobFilter::RESOURCE,
    EventFilter::RESOURCE,
];

#[test]
fn names_are_unique_and_parameters_are_documented() {
    for resource in ALL {
        for (index, parameter) in resource.parameters.iter().enumerate() {
            let others = &resource.parameters[index + 1..];
            assert!(others.iter().all(|other| other.name != parameter.name), "{} {}", resource.name, parameter.name);
            assert!(parameter.help.starts_with("Only ") && parameter.help.ends_with('.'), "{}", parameter.help);
        }
    }
}

#[test]
fn a_parameter_is_read_into_its_field() {
    let mut filter = DeploymentFilter::default();
    assert_eq!(filter.criteria().count(), 0);
    for (name, text) in [("status", "SUCCESS, RETRY,"), ("account", "12"), ("platform", "TikTok"), ("nonsense", "1")] {
        filter.read(name, text).unwrap();
    }
    let expected = DeploymentFilter {
        status: vec![DeploymentStatus::Success, DeploymentStatus::Retry],
        account_id: Some("12".to_owned()),
        platform: vec![PlatformId::Tiktok],
        ..DeploymentFilter::default()
    };
    assert_eq!(filter, expected);
    let names: Vec<_> = filter.criteria().map(|(parameter, _)| parameter.name).collect();
    assert_eq!(names, ["status", "platform", "account"]);
}

#[test]
fn a_code_is_asked_for_in_any_case() {
    let mut filter = MarketFilter::default();
    filter.read("code", "us").unwrap();
    assert_eq!(filter.code, Some(Code::from("US")));
}

#[test]
fn a_text_that_is_no_value_is_refused_with_a_sentence() {
    let mut tickets = TicketFilter::default();
    for (parameter, text, problem) in [
        (
            "deploying",
            "yes",
            "The query parameter \"deploying\" is not valid: provided string was not `true` or `false`.",
        ),
        ("status", "DRAFT,READY", "\"READY\" is not a status."),
        (
            "request_type",
            "STOP",
            "The query parameter \"request_type\" is not valid: unknown variant `STOP`, expected one of \
             `CREATE_CAMPAIGN`, `CREATE_CAMPAIGN_TREE`, `PAUSE`, `RESUME`, `UPDATE_BUDGET`.",
        ),
    ] {
        let violation = tickets.read(parameter, text).unwrap_err();
        assert_eq!((violation.pointer.as_str(), violation.problem.as_str()), (parameter, problem));
    }
    assert_eq!(tickets, TicketFilter::default());
}
