<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Comfort</name>
    <message>
        <source>Comfort</source>
        <translation>Lesekomfort</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>Normale Schrift</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Große Schrift</translation>
    </message>
    <message>
        <source>Very large text</source>
        <translation>Sehr große Schrift</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>In Reichweite</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Home</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Vorlesen beenden</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Vorlesen</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>Lesekomfort</translation>
    </message>
    <message>
        <source>Resume slideshow</source>
        <translation>Präsentation fortsetzen</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Slide %1 of %2</source>
        <translation>Folie %1 von %2</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Slide %1 of %2</source>
        <translation>Folie %1 von %2</translation>
    </message>
</context>
<context>
    <name>SectionRail</name>
    <message>
        <source>Earlier sections</source>
        <translation>Vorherige Abschnitte</translation>
    </message>
    <message>
        <source>Later sections</source>
        <translation>Nächste Abschnitte</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Slide %1, %2</source>
        <translation>Folie %1, %2</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} von {total}</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Sind Sie noch da?</translation>
    </message>
    <message>
        <source>Touch to explore</source>
        <translation>Zum Entdecken berühren</translation>
    </message>
    <message>
        <source>The screen is being cleaned</source>
        <translation>Der Bildschirm wird gereinigt</translation>
    </message>
    <message>
        <source>Touch the screen to stay on this page. Back to the start in {seconds}&#xa0;s.</source>
        <translation>Berühren Sie den Bildschirm, um auf dieser Seite zu bleiben. Zurück zum Anfang in {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Mit dem Handy scannen</translation>
    </message>
    <message>
        <source>In the building</source>
        <translation>Im Gebäude</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>Getting here</source>
        <translation>Anfahrt</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Quelle:</translation>
    </message>
</context>
</TS>
