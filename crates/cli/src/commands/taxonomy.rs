//! `taxonomy`: names on the command line, or from a file.

use std::{fs, io::Read, process::ExitCode};

use app::{App, PreviewRequest};
use serde_json::json;

use super::Ended;
use crate::{
    brokers::Role,
    cli::{PreviewArgs, TaxonomyCommand, ValidateArgs},
    config::Settings,
    console, database, parts,
};

pub(super) async fn run(settings: &Settings, command: TaxonomyCommand) -> Ended {
    let store = database::open(settings).await?;
    let app = parts::application(settings, Role::Tool, store, None)?.app;
    match command {
        TaxonomyCommand::Preview(args) => preview(&app, args).await,
        TaxonomyCommand::Validate(args) => validate(&app, args).await,
    }
}

async fn preview(app: &App, args: PreviewArgs) -> Ended {
    let request = PreviewRequest {
        brand_code: Some(args.brand),
        market_code: Some(args.market),
        channel: args.channel,
        year: args.year,
        campaign_name: args.name,
        variant: args.variant,
        ..PreviewRequest::default()
    };
    let preview = app.preview_name(request).await?;
    console::say(&preview.name);
    for one in &preview.sanitized.transliterated {
        console::complain(&format!("  {} became {}", one.from, one.to));
    }
    if !preview.sanitized.dropped.is_empty() {
        let dropped: Vec<String> = preview.sanitized.dropped.iter().map(|letter| format!("{letter:?}")).collect();
        console::complain(&format!("  dropped: {}", dropped.join(" ")));
    }
    if preview.taken {
        console::complain("  The name is taken.");
    }
    Ok(ExitCode::SUCCESS)
}

async fn validate(app: &App, args: ValidateArgs) -> Ended {
    let names = names(&args)?;
    let mut wrong = 0;
    for (name, verdict) in names.iter().zip(app.validate_names(&names).await?) {
        wrong += usize::from(verdict.is_err());
        let line = match (&verdict, args.json) {
            (Ok(reading), true) => json!({"name": name, "valid": true, "reading": reading}).to_string(),
            (Err(failure), true) => json!({"name": name, "valid": false, "failure": failure}).to_string(),
            (Ok(_), false) => format!("ok     {name}"),
            (Err(failure), false) => format!("wrong  {name}: {failure}"),
        };
        console::say(&line);
    }
    if !args.json {
        console::complain(&format!("{} names, {wrong} wrong", names.len()));
    }
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn names(args: &ValidateArgs) -> Result<Vec<String>, String> {
    if !args.names.is_empty() {
        return Ok(args.names.clone());
    }
    let text = if let Some(path) = &args.file {
        fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}.", path.display()))?
    } else {
        let mut text = String::new();
        let read = std::io::stdin().read_to_string(&mut text);
        read.map_err(|error| format!("The standard input cannot be read: {error}."))?;
        text
    };
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}
