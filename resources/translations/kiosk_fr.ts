<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>CloseButton</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Comfort</source>
        <translation>Confort de lecture</translation>
    </message>
    <message>
        <source>Standard text</source>
        <translation>Caractères normaux</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Gros caractères</translation>
    </message>
    <message>
        <source>Very large text</source>
        <translation>Très gros caractères</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Moins d’animations</translation>
    </message>
    <message>
        <source>Within reach</source>
        <translation>À portée de main</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>À emporter</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Reprendre la lecture</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Suspendre la lecture</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter la lecture</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
    <message>
        <source>Comfort</source>
        <translation>Confort de lecture</translation>
    </message>
    <message>
        <source>Resume slideshow</source>
        <translation>Reprendre le diaporama</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Letters: %1</source>
        <translation>Lettres&#xa0;: %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Tout effacer</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>Contents</source>
        <translation>Sommaire</translation>
    </message>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>Diapositive %L1 sur %L2</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Vers le haut</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Vers le bas</translation>
    </message>
</context>
<context>
    <name>PartControls</name>
    <message>
        <source>Up</source>
        <translation>Vers le haut</translation>
    </message>
    <message>
        <source>Part %1 of %2</source>
        <translation>Partie %1 sur %2</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Vers le bas</translation>
    </message>
</context>
<context>
    <name>PictureButton</name>
    <message>
        <source>Enlarge picture</source>
        <translation>Agrandir l’image</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Digits</source>
        <translation>Chiffres</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Valider</translation>
    </message>
</context>
<context>
    <name>PlaceLine</name>
    <message>
        <source>Slide %L1 of %L2</source>
        <translation>Diapositive %L1 sur %L2</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>Code for phones: %1</source>
        <translation>Code pour téléphone&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>Search</source>
        <translation>Recherche</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Aucun résultat</translation>
    </message>
    <message>
        <source>What are you looking for?</source>
        <translation>Que cherchez-vous&#x202f;?</translation>
    </message>
    <message>
        <source>Did you mean:</source>
        <translation>Vouliez-vous dire&#xa0;:</translation>
    </message>
    <message>
        <source>Try another word, or a shorter one.</source>
        <translation>Essayez un autre mot, ou un mot plus court.</translation>
    </message>
    <message>
        <source>A word, a name or a number will do, with or without accents.</source>
        <translation>Un mot, un nom ou un nombre suffit, avec ou sans accents.</translation>
    </message>
    <message>
        <source>Pages found: %L1</source>
        <translation>Pages trouvées&#xa0;: %L1</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Suite</translation>
    </message>
</context>
<context>
    <name>SectionRail</name>
    <message>
        <source>Earlier sections</source>
        <translation>Sections précédentes</translation>
    </message>
    <message>
        <source>Later sections</source>
        <translation>Sections suivantes</translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>Too many wrong PINs. Try again in %L1 s.</source>
        <translation>Trop de codes erronés. Nouvel essai dans %L1&#xa0;s.</translation>
    </message>
    <message>
        <source>That is not the PIN.</source>
        <translation>Ce n’est pas le bon code.</translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation>Code du personnel</translation>
    </message>
</context>
<context>
    <name>StaffScreen</name>
    <message>
        <source>Staff</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Suite</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>Nettoyer l’écran</translation>
    </message>
    <message>
        <source>Turn the screen off</source>
        <translation>Éteindre l’écran</translation>
    </message>
    <message>
        <source>Read the content again</source>
        <translation>Relire le contenu</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Tap again to quit</source>
        <translation>Toucher encore pour quitter</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
</context>
<context>
    <name>TakeAway</name>
    <message>
        <source>Contact card</source>
        <translation>Carte de visite</translation>
    </message>
    <message>
        <source>Calendar entry</source>
        <translation>Événement d’agenda</translation>
    </message>
    <message>
        <source>Place on the map</source>
        <translation>Lieu sur la carte</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Adresse web</translation>
    </message>
    <message>
        <source>Text of this page</source>
        <translation>Texte de cette page</translation>
    </message>
    <message>
        <source>Take it with you</source>
        <translation>À emporter</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Visez le code avec votre téléphone</translation>
    </message>
    <message>
        <source>The code itself holds it: no network is needed.</source>
        <translation>Tout est dans le code&#xa0;: aucun réseau n’est nécessaire.</translation>
    </message>
</context>
<context>
    <name>Thumbnail</name>
    <message>
        <source>Slide %L1, %2</source>
        <translation>Diapositive %L1, %2</translation>
    </message>
</context>
<context>
    <name>kiosk</name>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} sur {total}</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>Êtes-vous toujours là&#x202f;?</translation>
    </message>
    <message>
        <source>Touch to explore</source>
        <translation>Touchez l’écran pour explorer</translation>
    </message>
    <message>
        <source>The screen is being cleaned</source>
        <translation>Nettoyage de l’écran en cours</translation>
    </message>
    <message>
        <source>Touch the screen to stay on this page. Back to the start in {seconds}&#xa0;s.</source>
        <translation>Touchez l’écran pour rester sur cette page. Retour au début dans {seconds}&#xa0;s.</translation>
    </message>
    <message>
        <source>Scan with your phone</source>
        <translation>Visez le code avec votre téléphone</translation>
    </message>
    <message>
        <source>In the building</source>
        <translation>Dans le bâtiment</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Heures d’ouverture</translation>
    </message>
    <message>
        <source>Getting here</source>
        <translation>Comment venir</translation>
    </message>
    <message>
        <source>Source:</source>
        <translation>Source&#xa0;:</translation>
    </message>
    <message>
        <source>No slide can be shown</source>
        <translation>Aucune page ne peut être affichée</translation>
    </message>
    <message>
        <source>What comes with the program, after it failed with the content</source>
        <translation>Ce qui est livré avec le programme, après des échecs avec le contenu</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>À l’écran</translation>
    </message>
    <message>
        <source>Content file</source>
        <translation>Fichier de contenu</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Cette machine</translation>
    </message>
    <message>
        <source>Last messages</source>
        <translation>Derniers messages</translation>
    </message>
    <message>
        <source>The last good content: the file is not fit to be shown</source>
        <translation>Le dernier contenu valable&#xa0;: le fichier n’est pas affichable</translation>
    </message>
    <message>
        <source>Revision {revision}</source>
        <translation>Révision {revision}</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tout va bien</translation>
    </message>
    <message>
        <source>The clock of the machine is wrong</source>
        <translation>L’horloge de la machine est fausse</translation>
    </message>
    <message>
        <source>The disk is nearly full</source>
        <translation>Le disque est presque plein</translation>
    </message>
    <message>
        <source>Nothing can be written to the disk</source>
        <translation>Rien ne peut être écrit sur le disque</translation>
    </message>
    <message>
        <source>Version {version}, running since {time}</source>
        <translation>Version {version}, en marche depuis le {time}</translation>
    </message>
    <message>
        <source>What is right in the content file, which has errors</source>
        <translation>Ce qui est juste dans le fichier de contenu, qui a des erreurs</translation>
    </message>
    <message>
        <source>As the content file says</source>
        <translation>Selon le fichier de contenu</translation>
    </message>
    <message>
        <source>Slowest frame of the last hour: {number} ms</source>
        <translation>Image la plus lente de la dernière heure&#xa0;: {number} ms</translation>
    </message>
    <message>
        <source>Displays: {names}</source>
        <translation>Écrans&#xa0;: {names}</translation>
    </message>
    <message>
        <source>Touch screens: {number}</source>
        <translation>Écrans tactiles&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Memory: {size}</source>
        <translation>Mémoire&#xa0;: {size}</translation>
    </message>
    <message>
        <source>And {number} more</source>
        <translation>Et {number} de plus</translation>
    </message>
    <message>
        <source>Unexpected ends of late: {number}</source>
        <translation>Arrêts imprévus récents&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Messages that were lost: {number}</source>
        <translation>Messages perdus&#xa0;: {number}</translation>
    </message>
    <message>
        <source>Free on the disk: {size}</source>
        <translation>Libre sur le disque&#xa0;: {size}</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>État de santé</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Aucun problème</translation>
    </message>
</context>
</TS>
